import { type AccountSources, type Source, type SourceName, sourceNames } from '../plex/access/sources.ts';

type DataOf<Name extends SourceName> = AccountSources[Name] extends Source<infer Data> ? Data : never;

const waiting = { state: 'waiting', isSlow: false, stop: () => undefined } as const;

/** Sources that were not asked yet. */
export const waitingSources = Object.fromEntries(sourceNames.map((name) => [name, waiting])) as AccountSources;

/** A source with this data. `received` is what plex.tv sent. */
export function readySource<Data>(data: Data, received: object = {}): Source<Data> {
  return {
    state: 'ready',
    data,
    receivedAt: new Date(0),
    isRefreshing: false,
    refreshError: null,
    retry: () => undefined,
    received: received as never,
    unexpectedValues: [],
    unknownFields: [],
  };
}

/** Sources with the given data. The others were not asked yet. */
export function sourcesWith(data: { [Name in SourceName]?: DataOf<Name> }): AccountSources {
  const ready = Object.entries(data).map(([name, value]) => [name, readySource(value as unknown)]);
  return { ...waitingSources, ...Object.fromEntries(ready) };
}

/** Sources that have answered all that the checkup asks, with nothing to judge. */
export const answeredSources: AccountSources = {
  ...sourcesWith({
    home: {
      id: null,
      name: null,
      guestUserID: null,
      guestUserUUID: null,
      guestEnabled: null,
      subscription: null,
      users: [],
    },
    devices: { publicAddress: null, size: null, devices: [] },
    resources: [],
    invitations: [],
  }),
  webhooks: { state: 'unavailable', reason: 'needs-plex-pass' },
};
