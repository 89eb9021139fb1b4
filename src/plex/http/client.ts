/** Passed to every endpoint function, so that this folder holds no global state. */
export type PlexClient = {
  /** The URL of this page. The relay to plex.tv serves `api/v2/…` relative to it. */
  base: string;
  /** Random, one per browser. plex.tv lists one device for each identifier. */
  clientIdentifier: string;
  /** Whether a stand-in answers in place of plex.tv. Pictures are not fetched then. */
  isSample?: boolean;
  fetch: (request: Request) => Promise<Response>;
  /** Keeps over a reload how long plex.tv asked to wait, by the purpose of a request. Holds no secret. */
  waits?: { get: (purpose: string) => string | undefined; set: (purpose: string, wait: string) => unknown };
  /** Whether a relay stands in between, which marks the responses of plex.tv. */
  isRelayed?: boolean;
};
