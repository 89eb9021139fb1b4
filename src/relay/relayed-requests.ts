/** A request that goes on to plex.tv. */
export type RelayedRequest = {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  /** The one query that goes along, as `name=value`, when the app sends just that. */
  readonly query?: string;
};

/**
 * All that the app asks of plex.tv, and so all that the relay passes on. `deploy/nginx/default.conf.template` has the
 * same list in its own words; `e2e/serving/relay.spec.ts` asks both servers for everything here and for much that is not.
 */
export const relayedRequests: readonly RelayedRequest[] = [
  { method: 'POST', path: '/api/v2/users/signin' },
  { method: 'GET', path: '/api/v2/user', query: 'includeSubscriptions=1' },
  { method: 'DELETE', path: '/api/v2/users/signout' },
];

export const signInPath = '/api/v2/users/signin';

/** What is relayed at `path`, whatever the method. */
export function relayedAt(path: string): RelayedRequest | undefined {
  return relayedRequests.find((relayed) => relayed.path === path);
}
