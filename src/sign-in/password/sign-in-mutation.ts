import { MutationObserver, QueryClient } from '@tanstack/react-query';
import type { Account } from '../../plex/account/account.ts';
import type { SignInError } from '../../plex/errors/sign-in-error.ts';
import type { PlexClient } from '../../plex/http/client.ts';
import { type Credentials, signIn } from '../../plex/sign-in.ts';
import { endUnusedToken } from '../../session/tabs/end-unused-token.ts';

/** One sign-in request: whether the person still waits for it, and how to end its token once plex.tv has sent one. */
export type Attempt = { isAwaited: boolean; endToken?: () => Promise<void> };

type Variables = { client: PlexClient; credentials: Credentials; attempt: Attempt };

export type SignInMutation = MutationObserver<Account, SignInError, Variables>;

/** Made without a hook, because the form is on the page before this code has loaded. */
export function createSignInMutation(queryClient = new QueryClient()): SignInMutation {
  return new MutationObserver(queryClient, {
    mutationFn: async ({ client, credentials, attempt }) => {
      const account = await signIn(client, credentials);
      attempt.endToken = () => endUnusedToken(client, account.authToken, account);
      if (!attempt.isAwaited) await attempt.endToken();
      return account;
    },
    // A mutation keeps its variables, here the password, until it is collected.
    gcTime: 0,
    // By default a mutation waits while the device is offline. This one has to fail and show the reason.
    networkMode: 'always',
    retry: false,
  });
}
