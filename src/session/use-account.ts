import { focusManager, useQuery } from '@tanstack/react-query';
import { PlexError } from '../plex/plex-error.ts';
import { fetchAccount } from './fetch-account.ts';
import type { Session } from './session.ts';

const minuteMs = 60_000;
/** What is older is asked for again when the person returns to the tab. */
const staleAfterMs = 10 * minuteMs;
/** Never oftener than this by itself, whatever came of the last try. */
const minRetryIntervalMs = minuteMs;

/** Where the account of a session is cached. */
export const accountQueryKey = ({ id }: Session) => ['account', id];

// As TanStack Query does by itself, and also when the window gets the focus while it was in sight all along.
focusManager.setEventListener((onFocus) => {
  const listen = () => onFocus();
  window.addEventListener('visibilitychange', listen);
  window.addEventListener('focus', listen);
  return () => {
    window.removeEventListener('visibilitychange', listen);
    window.removeEventListener('focus', listen);
  };
});

type QueryTimes = { dataUpdatedAt: number; errorUpdatedAt: number };

/** Whether to ask again on return to the tab. Times are Unix milliseconds; a clock that was set back counts as well. */
export function isRefreshDue({ dataUpdatedAt, errorUpdatedAt }: QueryTimes, now: number): boolean {
  const isOld = Math.abs(now - dataUpdatedAt) >= staleAfterMs;
  return isOld && Math.abs(now - Math.max(dataUpdatedAt, errorUpdatedAt)) >= minRetryIntervalMs;
}

/**
 * The account of a session: as it came with the sign-in, or asked for at once when somebody comes back; again when the
 * person says so, and when they return to the tab after ten minutes. Errors are `PlexError`s.
 */
export function useAccount(session: Session) {
  const { initial } = session;
  return useQuery({
    queryKey: accountQueryKey(session),
    queryFn: ({ signal }) => fetchAccount(session, signal),
    ...(initial && { initialData: initial.account, initialDataUpdatedAt: initial.at.getTime() }),
    staleTime: Number.POSITIVE_INFINITY,
    // A query that nobody looks at is kept for five minutes by default: after sign-out, the account and its token.
    gcTime: 0,
    refetchOnWindowFocus: ({ state }) => (isRefreshDue(state, Date.now()) ? 'always' : false),
    refetchOnReconnect: false,
    retry: false,
    // Offline, a query would wait; the person is to be told.
    networkMode: 'always',
    throwOnError: (error) => !(error instanceof PlexError),
  });
}
