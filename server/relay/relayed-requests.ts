/** A request that goes on to plex.tv. */
export type RelayedRequest = {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** `{id}` stands for digits. */
  readonly path: string;
  /** The one query that goes along, as `name=value`, when the app sends just that. */
  readonly query?: string;
  /** plex.tv warns people of a sign-in that was begun elsewhere: it may want to know by which page. */
  readonly passesOrigin?: true;
};

/**
 * All that the app asks of plex.tv, and so all that the relay passes on. `e2e/serving` asks for everything here and for
 * much that is not.
 */
export const relayedRequests: readonly RelayedRequest[] = [
  { method: 'POST', path: '/api/v2/users/signin' },
  { method: 'GET', path: '/api/v2/user', query: 'includeSubscriptions=1' },
  { method: 'DELETE', path: '/api/v2/users/signout' },
  { method: 'POST', path: '/api/v2/pins', query: 'strong=true', passesOrigin: true },
  { method: 'GET', path: '/api/v2/pins/{id}', passesOrigin: true },
];

export const signInPath = '/api/v2/users/signin';

const patterns = relayedRequests.map((relayed) => ({
  relayed,
  pattern: new RegExp(`^${relayed.path.replace('{id}', '[0-9]+')}$`),
}));

/** What is relayed at `path`, whatever the method. */
export function relayedAt(path: string): RelayedRequest | undefined {
  return patterns.find(({ pattern }) => pattern.test(path))?.relayed;
}
