import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { isSignInError, type SignInError } from '../plex/errors/sign-in-error.ts';
import type { PlexClient } from '../plex/http/client.ts';
import type { Credentials } from '../plex/sign-in.ts';
import type { NewSignIn } from '../session/session.ts';
import { useLoading } from '../ui/use-loading.ts';
import { loadPasswordSignIn } from './load-password-sign-in.ts';
import type { Attempt, SignInMutation } from './password/sign-in-mutation.ts';

type Views = Awaited<ReturnType<typeof loadPasswordSignIn>>['views'];

/** Signs in with a password. Ignores another submit, such as a double click, while a request is pending. */
export function useSignIn(client: PlexClient, onSignedIn: (signIn: NewSignIn) => void) {
  const currentAttempt = useRef<Attempt>(undefined);
  const [isStopped, setStopped] = useState(false);
  const [loaded, setLoaded] = useState<{ mutation: SignInMutation; views: Views }>();
  const [request, setRequest] = useState<'pending' | SignInError>();
  const { isLoading, error: loadError, load } = useLoading();
  const isPending = isLoading || request === 'pending';
  const error = toSignInError(loadError ?? (isPending ? undefined : request));

  /**
   * Abandons the current attempt. The request itself goes on: plex.tv may have created a token already, and that has to
   * be ended when the answer arrives.
   */
  function abandonAttempt() {
    const attempt = currentAttempt.current;
    currentAttempt.current = undefined;
    if (!attempt) return;
    loaded?.mutation.reset();
    attempt.isAwaited = false;
    void attempt.endToken?.();
  }

  const abandonOnUnmount = useEffectEvent(abandonAttempt);
  // The request outlives the form.
  useEffect(() => () => abandonOnUnmount(), []);

  function stop() {
    abandonAttempt();
    setRequest(undefined);
    setStopped(true);
  }

  async function prepare(): Promise<SignInMutation> {
    if (loaded) return loaded.mutation;
    const { createSignInMutation, views } = await loadPasswordSignIn();
    const mutation = createSignInMutation();
    setLoaded({ mutation, views });
    return mutation;
  }

  function submit(credentials: Credentials, onError: (error: SignInError) => void) {
    if (currentAttempt.current) return;
    const attempt: Attempt = { isAwaited: true };
    currentAttempt.current = attempt;
    setStopped(false);

    async function send() {
      const mutation = await load(prepare);
      if (!attempt.isAwaited) return;
      if (!mutation) {
        currentAttempt.current = undefined;
        return;
      }
      setRequest('pending');

      function finish(report: () => void, failure?: SignInError) {
        if (!attempt.isAwaited) return;
        currentAttempt.current = undefined;
        mutation?.reset(); // without this, it would keep the password
        setRequest(failure);
        report();
      }

      const details = { method: 'password', isRemembered: credentials.rememberMe } as const;
      await mutation.mutate({ client, credentials, attempt }).then(
        (account) => finish(() => onSignedIn({ account, details })),
        (failure: SignInError) => finish(() => onError(failure), failure),
      );
    }
    void send();
  }

  return { submit, stop, isPending, isStopped, error, views: loaded?.views };
}

/** Throws every error that is not a failed sign-in, so that the error boundary shows it. */
function toSignInError(error: unknown): SignInError | null {
  if (error === undefined || error === null) return null;
  if (!isSignInError(error)) throw error;
  return error;
}
