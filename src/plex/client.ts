/** Who asks, and by which way: given to every endpoint, so that nothing in this folder is global. */
export type PlexClient = {
  /** Where `/api/v2/…` is: this page's own origin, where a relay passes it on to plex.tv. */
  origin: string;
  /** Random, one per browser, never shared: plex.tv lists one device for each. */
  clientIdentifier: string;
  fetch: (request: Request) => Promise<Response>;
};
