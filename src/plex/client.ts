/** Who asks, and by which way: given to every endpoint, so that nothing in this folder is global. */
export type PlexClient = {
  /** The address of this page: `api/v2/…` is beside it, whatever its path, where a relay passes it on to plex.tv. */
  base: string;
  /** Random, one per browser, never shared: plex.tv lists one device for each. */
  clientIdentifier: string;
  fetch: (request: Request) => Promise<Response>;
};
