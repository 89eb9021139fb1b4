/** Passed to every endpoint function, so that this folder holds no global state. */
export type PlexClient = {
  /** The URL of this page. The relay to plex.tv serves `api/v2/…` relative to it. */
  base: string;
  /** Random, one per browser. plex.tv lists one device for each identifier. */
  clientIdentifier: string;
  /** Whether the sample answers in place of plex.tv. The page then fetches no avatars. */
  isSample?: boolean;
  fetch: (request: Request) => Promise<Response>;
  /** Stores how long plex.tv asked to wait, for each purpose of a request. It survives a reload, and holds no secret. */
  waits?: { get: (purpose: string) => string | undefined; set: (purpose: string, wait: string) => unknown };
  /** Whether requests go through the relay, which marks the responses of plex.tv. */
  isRelayed?: boolean;
};
