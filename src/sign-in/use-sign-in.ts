import { useMutation } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Account } from '../plex/account/account.ts';
import { isSignInError, type SignInError } from '../plex/errors/sign-in-error.ts';
import type { PlexClient } from '../plex/http/client.ts';
import type { Credentials } from '../plex/sign-in.ts';
import type { NewSignIn } from '../session/session.ts';
import { endUnusedToken } from '../session/tabs/end-unused-token.ts';
import { loadPasswordSignIn } from './load-password-sign-in.ts';

/** One sign-in request: whether the person still waits for it, and its account once plex.tv has answered. */
type Attempt = { isAwaited: boolean; account?: Account };

type Variables = { credentials: Credentials; attempt: Attempt };

/** Signs in with a password. Ignores another submit, such as a double click, while a request is pending. */
export function useSignIn(client: PlexClient, onSignedIn: (signIn: NewSignIn) => void) {
  const currentAttempt = useRef<Attempt>(undefined);
  const [isStopped, setStopped] = useState(false);
  const [views, setViews] = useState<Awaited<ReturnType<typeof loadPasswordSignIn>>['views']>();
  const { mutate, reset, isPending, error } = useMutation<Account, SignInError, Variables>({
    mutationFn: async ({ credentials, attempt }) => {
      const { signIn, views: loaded } = await loadPasswordSignIn();
      setViews(loaded);
      const account = await signIn(client, credentials);
      attempt.account = account;
      if (!attempt.isAwaited) await endUnusedToken(client, account.authToken, account);
      return account;
    },
    // A mutation keeps its variables, here the password, until it is collected.
    gcTime: 0,
    // By default a mutation waits while the device is offline. This one has to fail and show the reason.
    networkMode: 'always',
    retry: false,
    throwOnError: (failure) => !isSignInError(failure),
  });

  /**
   * Abandons the current attempt. The request itself goes on: plex.tv may have created a token already, and that has to
   * be ended when the answer arrives.
   */
  function abandonAttempt() {
    const attempt = currentAttempt.current;
    currentAttempt.current = undefined;
    if (!attempt) return;
    attempt.isAwaited = false;
    void endUnusedToken(client, attempt.account?.authToken, attempt.account);
  }

  const abandonOnUnmount = useEffectEvent(abandonAttempt);
  // The request outlives the form.
  useEffect(() => () => abandonOnUnmount(), []);

  function stop() {
    abandonAttempt();
    reset();
    setStopped(true);
  }

  function submit(credentials: Credentials, onError: (error: SignInError) => void) {
    if (currentAttempt.current) return;
    const attempt = { isAwaited: true };
    const { rememberMe } = credentials;
    currentAttempt.current = attempt;
    setStopped(false);
    // React Query drops callbacks of `mutate` after unmount, so a form that is gone signs nobody in. The callbacks pass
    // on the account or the error, never the variables with the password.
    mutate(
      { credentials, attempt },
      {
        onSuccess: (account) => {
          currentAttempt.current = undefined;
          reset();
          onSignedIn({ account, details: { method: 'password', isRemembered: rememberMe } });
        },
        onError: (failure) => {
          currentAttempt.current = undefined;
          onError(failure);
        },
      },
    );
  }

  return { submit, stop, isPending, isStopped, error, views };
}
