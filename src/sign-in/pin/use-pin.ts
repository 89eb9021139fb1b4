import { useQuery } from '@tanstack/react-query';
import type { Pin } from '../../plex/create-pin.ts';
import { PlexError } from '../../plex/plex-error.ts';

/**
 * A PIN, made when the part is first drawn, and another by `renew`. As a query and not by an effect: drawn twice, it is
 * still made once.
 */
export function usePin<P extends Pin>(kind: 'strong' | 'short', make: () => Promise<P>) {
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['new pin', kind],
    queryFn: make,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    // Offline, a query would wait; the person is to be told.
    networkMode: 'always',
    throwOnError: (failure) => !(failure instanceof PlexError),
  });

  /** Unless plex.tv wants to be left alone for now. */
  function renew() {
    const retryAt = error instanceof PlexError ? error.details.retryAt : undefined;
    if (!retryAt || retryAt.getTime() <= Date.now()) void refetch();
  }

  return { pin: data, error: error instanceof PlexError && !isFetching ? error : null, isMaking: isFetching, renew };
}
