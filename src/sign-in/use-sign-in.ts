import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Account } from '../plex/account.ts';
import type { PlexClient } from '../plex/client.ts';
import { PlexError } from '../plex/plex-error.ts';
import { type Credentials, signIn } from '../plex/sign-in.ts';

const mutationKey = ['sign-in'];

/** Signs in. While one request is under way, another submit (a double click) is ignored. */
export function useSignIn(client: PlexClient, onSignedIn: (account: Account) => void) {
  const queryClient = useQueryClient();
  const { mutate, reset, isPending, error } = useMutation<Account, PlexError, Credentials>({
    mutationKey,
    mutationFn: (credentials) => signIn(client, credentials),
    // A mutation keeps its variables, here the password, until it is collected.
    gcTime: 0,
    // Offline, a mutation would wait in a queue; the person is to be told.
    networkMode: 'always',
    retry: false,
    throwOnError: (failure) => !(failure instanceof PlexError),
  });

  function submit(credentials: Credentials, onError: (error: PlexError) => void) {
    if (queryClient.isMutating({ mutationKey }) > 0) return;
    // Told to `mutate` and not above: from a form that is gone meanwhile, nobody gets signed in. Only the account and
    // the error go on, not the variables that follow them.
    mutate(credentials, {
      onSuccess: (account) => {
        reset();
        onSignedIn(account);
      },
      onError: (failure) => onError(failure),
    });
  }

  return { submit, isPending, error };
}
