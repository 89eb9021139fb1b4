/** Who asks, and by which way: given to every endpoint, so that nothing in this folder is global. */
export type PlexClient = {
  /** Where `api/v2/…` is: beside this page, whatever path that has, where a relay passes it on to plex.tv. */
  base: string;
  /** Random, one per browser, never shared: plex.tv lists one device for each. */
  clientIdentifier: string;
  fetch: (request: Request) => Promise<Response>;
};
