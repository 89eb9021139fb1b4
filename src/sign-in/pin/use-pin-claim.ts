import { type Query, skipToken, useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef } from 'react';
import type { Account } from '../../plex/account/account.ts';
import { checkPin } from '../../plex/check-pin.ts';
import type { Pin } from '../../plex/create-pin.ts';
import { PlexError, type PlexErrorKind } from '../../plex/errors/plex-error.ts';
import type { PlexClient } from '../../plex/http/client.ts';
import type { Secret } from '../../plex/secrets/secret.ts';
import { endUnusedToken } from '../../session/tabs/end-unused-token.ts';
import { getAccountByToken } from '../get-account-by-token.ts';
import { useIsPageHidden } from './use-is-page-hidden.ts';

const pollIntervalMs = 1000;
/** plex.tv sends the token of a claimed PIN for ten seconds. This interval asks twice in that time. */
const slowPollIntervalMs = 5000;
/** A PIN that is claimed in its last second is valid for ten more seconds. */
const claimedLifetimeMs = 10_000;

/** After these errors, no further request can bring an account. */
const finalErrorKinds: PlexErrorKind[] = ['pinExpired', 'signedOut', 'notAnAccount'];

const queryOptions = {
  retry: false,
  gcTime: 0,
  // By default a query waits while the device is offline. These have to fail and show the reason.
  networkMode: 'always',
  refetchIntervalInBackground: true,
  refetchOnWindowFocus: isRefetchAllowed,
  refetchOnReconnect: isRefetchAllowed,
  throwOnError: (error: Error) => !(error instanceof PlexError),
  // A query without data drops its error at each refetch, and the page would announce the same error again.
  initialData: null,
} as const;

/**
 * Polls plex.tv until the PIN is claimed, then gets the account. It asks once a second at most, less often while the
 * page is hidden or plex.tv fails, and never sends two requests at a time. Ends a token that is not used. `isFinished`:
 * this PIN can no longer bring an account.
 */
export function usePinClaim(client: PlexClient, pin: Pin | undefined, onAccount: (account: Account) => void) {
  const isHidden = useIsPageHidden();
  const unusedToken = useUnusedToken(client, pin?.id);
  const claim = useQuery({
    ...queryOptions,
    queryKey: ['pin', pin?.id],
    queryFn: pin ? async () => unusedToken.receive(pin.id, await fetchToken(client, pin)) : skipToken,
    enabled: ({ state }) => !state.data && !isFinal(state.error),
    refetchInterval: ({ state }) => nextRequestInMs(state.error, isHidden),
  });
  const token = claim.data ?? undefined;
  const accountQuery = useQuery({
    ...queryOptions,
    queryKey: ['account of pin', pin?.id],
    queryFn: token ? () => getAccountByToken(client, token) : skipToken,
    enabled: ({ state }) => !state.data && !isFinal(state.error),
    refetchInterval: ({ state }) => (state.error ? nextRequestInMs(state.error, isHidden) : false),
  });

  const account = accountQuery.data ?? undefined;
  const handOver = useEffectEvent((received: Account) => {
    unusedToken.markAsUsed();
    onAccount(received);
  });
  // The account arrives in the response to a poll.
  useEffect(() => {
    if (account) handOver(account);
  }, [account]);

  const error = toPlexError(accountQuery.error ?? claim.error);
  return { error, isFinished: isFinal(error), isClaimed: token !== undefined };
}

/** Ends a claimed token at plex.tv unless it is used before the screen closes or another PIN replaces this one. */
function useUnusedToken(client: PlexClient, pinId: number | undefined) {
  const awaitedPinId = useRef<number>(undefined);
  const unused = useRef<Secret>(undefined);

  // The token outlives the screen at plex.tv, so closing the screen has to end it there.
  useEffect(() => {
    awaitedPinId.current = pinId;
    return () => {
      awaitedPinId.current = undefined;
      void endUnusedToken(client, unused.current);
      unused.current = undefined;
    };
  }, [client, pinId]);

  return {
    /** Takes the answer to a poll. It can arrive after the screen is gone. */
    receive(id: number, token: Secret | null): Secret | null {
      if (!token) return null;
      if (awaitedPinId.current === id) unused.current = token;
      else void endUnusedToken(client, token);
      return token;
    },
    markAsUsed() {
      unused.current = undefined;
    },
  };
}

/** @returns null while nobody has approved the PIN. */
async function fetchToken(client: PlexClient, pin: Pin): Promise<Secret | null> {
  if (Date.now() >= pin.expiresAt.getTime() + claimedLifetimeMs) throw new PlexError('pinExpired');
  return (await checkPin(client, pin)) ?? null;
}

function isFinal(error: Error | null): boolean {
  return error instanceof PlexError && finalErrorKinds.includes(error.kind);
}

function toPlexError(error: Error | null): PlexError | null {
  return error instanceof PlexError ? error : null;
}

function msUntilRetry(error: Error | null): number {
  return (toPlexError(error)?.details.retryAt?.getTime() ?? 0) - Date.now();
}

function nextRequestInMs(error: Error | null, isHidden: boolean): number {
  return Math.max(error || isHidden ? slowPollIntervalMs : pollIntervalMs, msUntilRetry(error));
}

/** Whether a query may refetch at once when the page is shown again or the network is back. */
function isRefetchAllowed({ state }: Pick<Query<unknown, Error>, 'state'>): boolean {
  const answeredAt = Math.max(state.dataUpdatedAt, state.errorUpdatedAt);
  return Date.now() >= answeredAt + pollIntervalMs && msUntilRetry(state.error) <= 0;
}
