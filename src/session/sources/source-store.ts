import { type QueryClient, type QueryKey, QueryObserver, type QueryObserverResult } from '@tanstack/react-query';
import type { AccessReply } from '../../plex/access/access-reply.ts';
import {
  type AccountSources,
  type Source,
  type SourceName,
  sourceNames,
  type UnavailableReason,
} from '../../plex/access/sources.ts';
import type { Account } from '../../plex/account/account.ts';
import { hasToWait } from '../../plex/errors/has-to-wait.ts';
import { PlexError } from '../../plex/errors/plex-error.ts';
import type { Session } from '../session.ts';
import { fetchSource, type SourceRequest, unavailableReason } from './fetch-source.ts';
import { isTokenRefused } from './is-token-refused.ts';
import { sendAccessRequest } from './send-access-request.ts';

/** After this time, a request counts as slow. */
const slowAfterMs = 10_000;
/** The least time between two checks whether the token is dead. */
const minCheckIntervalMs = 60_000;

export type SourceStore = {
  /** Asks plex.tv for the sources that were not asked yet. */
  ask: (names: Iterable<SourceName>) => void;
  /** Asks again for those of the given sources that were asked before. */
  refresh: (names: Iterable<SourceName>) => void;
  /** Stops all requests and forgets what plex.tv has sent. */
  close: () => void;
};

type StoreOptions = {
  queryClient: QueryClient;
  /** Fetches the account. Its own request ends the session if the token is dead. */
  onTokenRefused: () => void;
  /** The ids of the session and of the account. */
  key: readonly string[];
  /** The session and the account now: a renewed session has another token. */
  latest: { readonly current: { session: Session; account: Account | undefined } };
  onChange: (sources: AccountSources) => void;
};

type Asked = {
  observer: QueryObserver<AccessReply<unknown>, PlexError>;
  stopObserving: () => void;
  slowTimer: ReturnType<typeof setTimeout> | undefined;
  isSlow: boolean;
  isStopped: boolean;
};

/**
 * Asks plex.tv who has access to the account: one query for each source. A failing source does not affect the
 * others. No query repeats by itself.
 *
 * A refused token (401, 422, 498) makes the source unavailable and fetches the account, once a minute at most. Only that
 * request ends the session: plex.tv may refuse one source although the token is valid, such as webhooks without a Plex
 * Pass.
 */
export function createSourceStore(options: StoreOptions): SourceStore {
  const { queryClient, key, latest, onChange, onTokenRefused } = options;
  const asked = new Map<SourceName, Asked>();
  const queryKeyOf = (name: SourceName): QueryKey => ['source', ...key, name];
  let sources = Object.fromEntries(sourceNames.map((name) => [name, unaskedSource(name)])) as AccountSources;
  let lastCheckAt = Number.NEGATIVE_INFINITY;
  onChange(sources);

  function unaskedSource(name: SourceName): Source<never> {
    const reason = reasonNotToAsk(name);
    return reason ? { state: 'unavailable', reason } : { state: 'waiting', isSlow: false, stop: () => stop(name) };
  }

  function reasonNotToAsk(name: SourceName): UnavailableReason | undefined {
    const { session, account } = latest.current;
    if (!session.token) return 'no-token';
    return name === 'optOuts' && !account?.uuid ? 'gone' : undefined;
  }

  function ask(names: Iterable<SourceName>) {
    for (const name of names) if (!asked.has(name) && !reasonNotToAsk(name)) start(name);
  }

  function refresh(names: Iterable<SourceName>) {
    for (const name of names) if (asked.has(name)) fetch(name);
  }

  function start(name: SourceName) {
    const observer = new QueryObserver<AccessReply<unknown>, PlexError>(queryClient, {
      queryKey: queryKeyOf(name),
      queryFn: ({ signal }) => send(name, signal),
      // The query does not fetch by itself. Only `fetch` below does.
      enabled: false,
      staleTime: Number.POSITIVE_INFINITY,
      // The default copies new data into the old key by key, and keeps an unused query for five minutes.
      structuralSharing: false,
      gcTime: 0,
      retry: false,
      // Offline, a query would wait instead of failing.
      networkMode: 'always',
    });
    const stopObserving = observer.subscribe(() => update(name));
    asked.set(name, { observer, stopObserving, slowTimer: undefined, isSlow: false, isStopped: false });
    fetch(name);
  }

  function fetch(name: SourceName) {
    const entry = asked.get(name);
    if (!entry) return;
    const { fetchStatus, error } = entry.observer.getCurrentResult();
    if (fetchStatus === 'fetching' || hasToWait(error)) return;
    entry.isStopped = false;
    entry.slowTimer = setTimeout(() => {
      entry.isSlow = true;
      update(name);
    }, slowAfterMs);
    void entry.observer.refetch().then(({ error: failure }) => {
      if (failure instanceof PlexError && isTokenRefused(failure)) checkToken();
    });
  }

  async function send(name: SourceName, signal: AbortSignal): Promise<AccessReply<unknown>> {
    const fetchData: (request: SourceRequest) => Promise<AccessReply<unknown>> = fetchSource[name];
    const { client } = latest.current.session;
    const fetchNow = () => {
      // Read only now: the session may have a newer token than when the request was queued.
      const { session, account } = latest.current;
      if (!session.token) throw new PlexError('noToken');
      return fetchData({ client, token: session.token, accountUuid: account?.uuid ?? '', signal });
    };
    try {
      return await sendAccessRequest(client, fetchNow, signal);
    } catch (error) {
      if (error instanceof PlexError || signal.aborted) throw error;
      throw new PlexError('notJson'); // the page cannot read this reply; the other sources go on
    }
  }

  function checkToken() {
    const now = Date.now();
    if (Math.abs(now - lastCheckAt) < minCheckIntervalMs) return;
    lastCheckAt = now;
    onTokenRefused();
  }

  function stop(name: SourceName) {
    const entry = asked.get(name);
    if (!entry) return;
    entry.isStopped = true;
    void queryClient.cancelQueries({ queryKey: queryKeyOf(name) });
    update(name);
  }

  function update(name: SourceName) {
    const entry = asked.get(name);
    if (!entry) return;
    const result = entry.observer.getCurrentResult();
    if (result.fetchStatus !== 'fetching') {
      clearTimeout(entry.slowTimer);
      entry.isSlow = false;
    }
    sources = { ...sources, [name]: sourceOf(name, entry, result) };
    onChange(sources);
  }

  function sourceOf(
    name: SourceName,
    { isSlow, isStopped }: Asked,
    { data, dataUpdatedAt, error, errorUpdatedAt, fetchStatus }: QueryObserverResult<AccessReply<unknown>, PlexError>,
  ): Source<unknown> {
    const retry = () => fetch(name);
    const isFetching = fetchStatus === 'fetching';
    if (data) {
      const receivedAt = new Date(dataUpdatedAt);
      return { state: 'ready', ...data, receivedAt, isRefreshing: isFetching, refreshError: error, retry };
    }
    if (isStopped) return { state: 'stopped', retry };
    if (isFetching || !error) return { state: 'waiting', isSlow, stop: () => stop(name) };
    const reason = unavailableReason(name, latest.current.account ?? {}, error);
    if (reason) return { state: 'unavailable', reason, error };
    return { state: 'failed', error, failedAt: new Date(errorUpdatedAt), retry };
  }

  /** A query without an observer is aborted and removed, because of `gcTime`. */
  function close() {
    for (const { stopObserving, slowTimer } of asked.values()) {
      clearTimeout(slowTimer);
      stopObserving();
    }
    asked.clear();
  }

  return { ask, refresh, close };
}
