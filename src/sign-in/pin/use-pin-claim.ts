import { type Query, skipToken, useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import type { Account } from '../../plex/account.ts';
import { checkPin } from '../../plex/check-pin.ts';
import type { PlexClient } from '../../plex/client.ts';
import type { Pin } from '../../plex/create-pin.ts';
import { discardToken } from '../../plex/discard-token.ts';
import { PlexError, type PlexErrorKind } from '../../plex/plex-error.ts';
import { getAccountByToken } from '../get-account-by-token.ts';
import { useIsPageHidden } from './use-is-page-hidden.ts';

const askEveryMs = 1000;
/** Twice within the ten seconds for which a claimed PIN holds its token. */
const askRarelyEveryMs = 5000;
/** Claimed in its last second, a PIN lives on for ten. */
const graceMs = 10_000;

/** After these no further question brings an account. */
const last: PlexErrorKind[] = ['pinExpired', 'signedOut', 'notAnAccount'];

const settings = {
  retry: false,
  gcTime: 0,
  // Offline, a query would wait; the person is to be told.
  networkMode: 'always',
  refetchIntervalInBackground: true,
  refetchOnWindowFocus: mayAskNow,
  refetchOnReconnect: mayAskNow,
  throwOnError: (error: Error) => !(error instanceof PlexError),
  // Without any data an error would be forgotten, and told again, with each further question.
  initialData: null,
} as const;

/**
 * Asks plex.tv whether the PIN is claimed, and then for the account: once a second at most, less often while nobody
 * looks or plex.tv cannot be reached, never two questions at a time. `isOver` when that will bring no account any more.
 */
export function usePinClaim(client: PlexClient, pin: Pin | undefined, onAccount: (account: Account) => void) {
  const isHidden = useIsPageHidden();
  const claim = useQuery({
    ...settings,
    queryKey: ['pin', pin?.id],
    queryFn: pin ? () => fetchToken(client, pin) : skipToken,
    enabled: ({ state }) => !state.data && !isLast(state.error),
    refetchInterval: ({ state }) => pauseAfter(state.error, isHidden),
  });
  const token = claim.data ?? undefined;
  const opening = useQuery({
    ...settings,
    queryKey: ['account of pin', pin?.id],
    queryFn: token ? () => getAccountByToken(client, token) : skipToken,
    enabled: ({ state }) => !state.data && !isLast(state.error),
    refetchInterval: ({ state }) => (state.error ? pauseAfter(state.error, isHidden) : false),
  });

  const account = opening.data ?? undefined;
  const arrive = useEffectEvent(onAccount);
  // No click brings the account, but plex.tv's answer to a question asked by the clock.
  useEffect(() => {
    if (account) arrive(account);
  }, [account]);

  // Nobody will have what was claimed and not opened.
  const giveUp = useEffectEvent(() => void (account ?? discardToken(client, token)));
  useEffect(() => () => giveUp(), []);

  const error = plexErrorOf(opening.error ?? claim.error);
  return { error, isOver: isLast(error), isClaimed: token !== undefined };
}

/** Null while nobody has agreed. */
async function fetchToken(client: PlexClient, pin: Pin) {
  if (Date.now() >= pin.expiresAt.getTime() + graceMs) throw new PlexError('pinExpired');
  return (await checkPin(client, pin)) ?? null;
}

function isLast(error: Error | null): boolean {
  return error instanceof PlexError && last.includes(error.kind);
}

function plexErrorOf(error: Error | null): PlexError | null {
  return error instanceof PlexError ? error : null;
}

function waitOf(error: Error | null): number {
  return (plexErrorOf(error)?.details.retryAt?.getTime() ?? 0) - Date.now();
}

function pauseAfter(error: Error | null, isHidden: boolean): number {
  return Math.max(error || isHidden ? askRarelyEveryMs : askEveryMs, waitOf(error));
}

/** When the tab is shown again, or the network is back. */
function mayAskNow({ state }: Pick<Query<unknown, Error>, 'state'>): boolean {
  const answeredAt = Math.max(state.dataUpdatedAt, state.errorUpdatedAt);
  return Date.now() >= answeredAt + askEveryMs && waitOf(state.error) <= 0;
}
