import { useQuery } from '@tanstack/react-query';
import { createPin, type Pin } from '../../plex/create-pin.ts';
import { hasToWait } from '../../plex/errors/has-to-wait.ts';
import { PlexError } from '../../plex/errors/plex-error.ts';
import type { PlexClient } from '../../plex/http/client.ts';
import { sendUnlessWaiting } from '../../plex/http/send-unless-waiting.ts';

type NewPin = {
  pin: Pin | undefined;
  error: PlexError | null;
  isCreating: boolean;
  /** Creates another PIN, unless plex.tv has asked the page to wait. */
  renew: () => void;
};

type NewPinOptions = { isStrong: boolean; enabled?: boolean };

/** Creates a PIN when the screen opens. A query, not an effect: StrictMode runs effects twice and would create two. */
export function useNewPin(client: PlexClient, { isStrong, enabled = true }: NewPinOptions): NewPin {
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['new pin', isStrong],
    // Only creates the PIN. The answer can arrive after the screen is gone, so the screen decides what to do with it.
    queryFn: () => sendUnlessWaiting(client, 'new-pin', () => createPin(client, { isStrong })),
    enabled,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    // By default a query waits while the device is offline. This one has to fail and show the reason.
    networkMode: 'always',
    throwOnError: (failure) => !(failure instanceof PlexError),
  });

  const plexError = error instanceof PlexError ? error : null;

  function renew() {
    if (!hasToWait(plexError)) void refetch();
  }

  return { pin: data, error: isFetching ? null : plexError, isCreating: isFetching, renew };
}
