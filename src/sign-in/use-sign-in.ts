import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { isSignInError, type SignInError } from '../plex/errors/sign-in-error.ts';
import type { PlexClient } from '../plex/http/client.ts';
import type { Credentials } from '../plex/sign-in.ts';
import type { NewSignIn } from '../session/session.ts';
import { useLoading } from '../ui/use-loading.ts';
import { loadPasswordSignIn } from './load-password-sign-in.ts';
import type { Attempt, SignInMutation } from './password/sign-in-mutation.ts';

type Views = Awaited<ReturnType<typeof loadPasswordSignIn>>['views'];

type Request = { isPending: boolean; error?: SignInError };

/** Signs in with a password. Ignores another submit, such as a double click, while a request is pending. */
export function useSignIn(client: PlexClient, onSignedIn: (signIn: NewSignIn) => void) {
  const currentAttempt = useRef<Attempt>(undefined);
  const [isStopped, setStopped] = useState(false);
  const [loaded, setLoaded] = useState<{ mutation: SignInMutation; views: Views }>();
  const [request, setRequest] = useState<Request>({ isPending: false });
  const { isLoading, error: loadError, load } = useLoading();
  const error = toSignInError(loadError ?? request.error);

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
    setRequest({ isPending: false });
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

    function finish(result: Request) {
      currentAttempt.current = undefined;
      setRequest(result);
    }

    async function send() {
      const mutation = await load(prepare);
      if (!attempt.isAwaited) return;
      if (!mutation) return finish({ isPending: false });
      setRequest({ isPending: true });
      const details = { method: 'password', isRemembered: credentials.rememberMe } as const;
      const result = await mutation.mutate({ client, credentials, attempt }).then(
        (account) => ({ account }),
        (failure: SignInError) => ({ failure }),
      );
      if (!attempt.isAwaited) return;
      // Until then it keeps the password.
      mutation.reset();
      if ('failure' in result) {
        finish({ isPending: false, error: result.failure });
        onError(result.failure);
      } else {
        finish({ isPending: false });
        onSignedIn({ account: result.account, details });
      }
    }
    void send();
  }

  const isPending = isLoading || request.isPending;
  return { submit, stop, isPending, isStopped, error, views: loaded?.views };
}

/** Throws every error that is not a failed sign-in, so that the error boundary shows it. */
function toSignInError(error: unknown): SignInError | null {
  if (error === undefined || error === null) return null;
  if (!isSignInError(error)) throw error;
  return error;
}
