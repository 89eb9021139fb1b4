/** A request that the relay forwards to plex.tv. */
export type RelayedRequest = {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** `{id}` stands for digits, and `{uuid}` for hexadecimal digits and hyphens. */
  readonly path: string;
  /** The only queries that the relay forwards, each as `name=value`. */
  readonly queries?: readonly string[];
  /** Forwards `Origin`: plex.tv warns people when a sign-in was started on another page. */
  readonly passesOrigin?: true;
  /** plex.tv has this path without `/api`. */
  readonly isOutsideApi?: true;
  /** Refused without `X-Plex-Token`. */
  readonly needsToken?: true;
  /**
   * How the relay removes the credentials of other devices and people from the reply. `none`: the page needs only the
   * status. Without this key the reply passes unchanged, because it holds only credentials of the account.
   */
  readonly cleaning?: 'json' | 'xml' | 'none';
  /** The largest reply that the relay forwards, when that is more than usual. */
  readonly maxReplyBytes?: number;
};

/** The requests about the people and devices with access to the account. */
const access = { method: 'GET', needsToken: true } as const;

/** The path of the request that signs a device out. */
export const devicePath = '/api/devices/{id}.xml';

export const signInPath = '/api/v2/users/signin';

/**
 * Every request that the page makes to plex.tv. The relay forwards nothing else. `relay.test.ts` tests many others.
 */
export const relayedRequests: readonly RelayedRequest[] = [
  { method: 'POST', path: signInPath },
  { method: 'GET', path: '/api/v2/user', queries: ['includeSubscriptions=1'] },
  { method: 'DELETE', path: '/api/v2/users/signout' },
  { method: 'POST', path: '/api/v2/pins', queries: ['strong=true'], passesOrigin: true },
  { method: 'GET', path: '/api/v2/pins/{id}', passesOrigin: true },
  { ...access, path: '/api/v2/home/users', cleaning: 'json' },
  // 10,000 devices have about 5 MB.
  { ...access, path: '/api/devices.xml', isOutsideApi: true, cleaning: 'xml', maxReplyBytes: 8 * 1024 * 1024 },
  { method: 'DELETE', path: devicePath, isOutsideApi: true, needsToken: true, cleaning: 'none' },
  { ...access, path: '/api/v2/friends', queries: ['status=accepted', 'status=pending_received'], cleaning: 'json' },
  {
    ...access,
    path: '/api/v2/resources',
    queries: ['includeHttps=1', 'includeRelay=1', 'includeIPv6=1'],
    cleaning: 'json',
  },
  { ...access, path: '/api/v2/user/privacy', cleaning: 'json' },
  { ...access, path: '/api/v2/user/view_state_sync', cleaning: 'json' },
  { ...access, path: '/api/v2/user/{uuid}/settings/opt_outs', cleaning: 'xml' },
  // The address of a webhook may hold a key, which is the account's own.
  { ...access, path: '/api/v2/user/webhooks' },
];

const patterns = relayedRequests.map((relayed) => ({
  relayed,
  pattern: new RegExp(
    `^${relayed.path.replace('.', '\\.').replace('{id}', '[0-9]{1,20}').replace('{uuid}', '[0-9a-fA-F-]{8,40}')}$`,
  ),
}));

/** The entry of the list for `path`, whatever the method. */
export function findRelayedRequest(path: string): RelayedRequest | undefined {
  return patterns.find(({ pattern }) => pattern.test(path))?.relayed;
}
