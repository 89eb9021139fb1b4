/** A request that the relay forwards to plex.tv. */
export type RelayedRequest = {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** `{id}` stands for digits. */
  readonly path: string;
  /** The only query that the relay forwards, as `name=value`. */
  readonly query?: string;
  /** Forwards `Origin`: plex.tv warns people when a sign-in was started on another page. */
  readonly passesOrigin?: true;
};

/**
 * Every request that the page makes to plex.tv. The relay forwards nothing else; `relay.test.ts` tries much else.
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

/** The entry of the list for `path`, whatever the method. */
export function findRelayedRequest(path: string): RelayedRequest | undefined {
  return patterns.find(({ pattern }) => pattern.test(path))?.relayed;
}
