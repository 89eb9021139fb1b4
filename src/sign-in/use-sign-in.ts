import { useMutation } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Account } from '../plex/account.ts';
import type { PlexClient } from '../plex/client.ts';
import { discardToken } from '../plex/discard-token.ts';
import { loadSignIn } from '../plex/load-sign-in.ts';
import { PlexError } from '../plex/plex-error.ts';
import type { Credentials } from '../plex/sign-in.ts';

/** One sign-in under way: whether anybody still waits for its answer, and the token once it is there. */
type Attempt = { isAwaited: boolean; token?: Account['authToken'] };

type Sent = { credentials: Credentials; attempt: Attempt };

/** Signs in. While one request is under way, another submit (a double click) is ignored. */
export function useSignIn(client: PlexClient, onSignedIn: (account: Account, isRemembered: boolean) => void) {
  const underWay = useRef<Attempt>(undefined);
  const [isStopped, setStopped] = useState(false);
  const { mutate, reset, isPending, error } = useMutation<Account, PlexError, Sent>({
    mutationFn: async ({ credentials, attempt }) => {
      const { signIn } = await loadSignIn();
      const account = await signIn(client, credentials);
      attempt.token = account.authToken;
      if (!attempt.isAwaited) await discardToken(client, attempt.token);
      return account;
    },
    // A mutation keeps its variables, here the password, until it is collected.
    gcTime: 0,
    // Offline, a mutation would wait in a queue; the person is to be told.
    networkMode: 'always',
    retry: false,
    throwOnError: (failure) => !(failure instanceof PlexError),
  });

  /**
   * From now on the answer is nobody's. The request itself goes on, since plex.tv may have let the person in already: a
   * token that nobody has must not stay alive.
   */
  function giveUp() {
    const attempt = underWay.current;
    underWay.current = undefined;
    if (!attempt) return;
    attempt.isAwaited = false;
    void discardToken(client, attempt.token);
  }

  // The form is gone, and whoever waited before it.
  const giveUpAtLast = useEffectEvent(giveUp);
  useEffect(() => () => giveUpAtLast(), []);

  function stop() {
    giveUp();
    reset();
    setStopped(true);
  }

  function submit(credentials: Credentials, onError: (error: PlexError) => void) {
    if (underWay.current) return;
    const attempt = { isAwaited: true };
    const { rememberMe } = credentials;
    underWay.current = attempt;
    setStopped(false);
    // Told to `mutate` and not above: from a form that is gone meanwhile, nobody gets signed in. Only the account and
    // the error go on, not the variables that follow them.
    mutate(
      { credentials, attempt },
      {
        onSuccess: (account) => {
          underWay.current = undefined;
          reset();
          onSignedIn(account, rememberMe);
        },
        onError: (failure) => {
          underWay.current = undefined;
          onError(failure);
        },
      },
    );
  }

  return { submit, stop, isPending, isStopped, error };
}
