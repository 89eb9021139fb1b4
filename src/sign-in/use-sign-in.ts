import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Account } from '../plex/account.ts';
import type { PlexClient } from '../plex/client.ts';
import type { PlexError } from '../plex/plex-error.ts';
import { type Credentials, signIn } from '../plex/sign-in.ts';

const mutationKey = ['sign-in'];

/** Signs in. While one request is under way, another submit (a double click) is ignored. */
export function useSignIn(client: PlexClient, onSignedIn: (account: Account) => void) {
  const queryClient = useQueryClient();
  const { mutate, ...mutation } = useMutation<Account, PlexError, Credentials>({
    mutationKey,
    mutationFn: (credentials) => signIn(client, credentials),
    // A mutation keeps its variables, here the password, until it is collected.
    gcTime: 0,
    // Offline, a mutation would wait in a queue; the person is to be told.
    networkMode: 'always',
    retry: false,
    // Only the account goes on, not the variables that follow it.
    onSuccess: (account) => onSignedIn(account),
  });

  function submit(credentials: Credentials, onError?: (error: PlexError) => void) {
    if (queryClient.isMutating({ mutationKey }) > 0) return;
    mutate(credentials, onError && { onError: (error) => onError(error) });
  }

  return { ...mutation, submit };
}
