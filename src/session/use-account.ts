import { focusManager, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { hasToWait } from '../plex/errors/has-to-wait.ts';
import { PlexError } from '../plex/errors/plex-error.ts';
import { fetchAccount } from './fetch-account.ts';
import type { Session } from './session.ts';
import { wholeAccount } from './whole-account.ts';

const minuteMs = 60_000;
/** An older account is fetched again when the person returns to the tab. */
const staleAfterMs = 10 * minuteMs;
/** The least time between two automatic requests, whether they succeed or fail. */
const minRetryIntervalMs = minuteMs;

/** The query key of a session's account. */
export const accountQueryKey = ({ id }: Pick<Session, 'id'>) => ['account', id];

type QueryTimes = { dataUpdatedAt: number; errorUpdatedAt: number };

/** Whether to fetch again on return to the tab. Times are Unix milliseconds; a clock that was set back counts too. */
export function isRefreshDue({ dataUpdatedAt, errorUpdatedAt }: QueryTimes, now: number): boolean {
  const isStale = Math.abs(now - dataUpdatedAt) >= staleAfterMs;
  return isStale && Math.abs(now - Math.max(dataUpdatedAt, errorUpdatedAt)) >= minRetryIntervalMs;
}

/**
 * The account of a session: from the sign-in reply, or fetched at once for a restored session. It is fetched again on
 * request, and when the person returns to the tab after ten minutes. Errors are `PlexError`s.
 *
 * @param isSigningOut if true, the account is not fetched.
 */
export function useAccount(session: Session, isSigningOut = false) {
  const { initial } = session;
  const queryClient = useQueryClient();

  // By default TanStack Query notices only a change of visibility, but a visible window can get the focus too.
  useEffect(() => focusManager.setEventListener(listenForReturn), []);

  return useQuery({
    queryKey: accountQueryKey(session),
    queryFn: async ({ signal, queryKey }) => {
      const account = await (session.takeFirstRequest?.(signal) ?? fetchAccount(session, signal));
      const isShown = queryClient.getQueryData(queryKey) !== undefined;
      return isShown ? wholeAccount(account) : account;
    },
    ...(initial && { initialData: initial.account, initialDataUpdatedAt: initial.receivedAt.getTime() }),
    enabled: !isSigningOut,
    staleTime: Number.POSITIVE_INFINITY,
    // The default copies a new account into the old one key by key, which loses `__proto__`.
    structuralSharing: false,
    // By default, the account and its token would stay in memory for five minutes after sign-out.
    gcTime: 0,
    refetchOnWindowFocus: ({ state }) => (isRefreshDue(state, Date.now()) && !mustWait(state.error) ? 'always' : false),
    refetchOnReconnect: false,
    retry: false,
    // Offline, a query would wait instead of failing.
    networkMode: 'always',
    throwOnError: (error) => !(error instanceof PlexError),
  });
}

function mustWait(error: Error | null): boolean {
  return error instanceof PlexError && hasToWait(error);
}

function listenForReturn(onFocus: () => void): () => void {
  const listener = () => onFocus();
  window.addEventListener('visibilitychange', listener);
  window.addEventListener('focus', listener);
  return () => {
    window.removeEventListener('visibilitychange', listener);
    window.removeEventListener('focus', listener);
  };
}
