import { useState } from 'react';
import { hasToWait } from '../plex/errors/has-to-wait.ts';
import type { PlexError } from '../plex/errors/plex-error.ts';
import { Alert } from '../ui/alert.tsx';
import { Brand } from '../ui/brand.tsx';
import { Button } from '../ui/button.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { LoadingScreen } from '../ui/loading-screen.tsx';
import { RetryCountdown } from '../ui/retry-countdown.tsx';
import { useIsSlow } from '../ui/use-is-slow.ts';

/** Then the person is told why the page waits, and can sign out. */
const slowAfterMs = 3000;

type LoadingAccountProps = {
  /** Why the request failed. */
  error: PlexError | null;
  isFetching: boolean;
  isSigningOut: boolean;
  onTryAgain: () => void;
  onSignOut: () => void;
};

/** Shown to a returning user until the account has loaded. A failed request does not sign them out. */
export function LoadingAccount({
  error: current,
  isFetching,
  isSigningOut,
  onTryAgain,
  onSignOut,
}: LoadingAccountProps) {
  // During a retry there is no error: keep the last one on screen.
  const [error, setError] = useState(current);
  if (current && current !== error) setError(current);
  const isSlow = useIsSlow(!error, slowAfterMs);
  if (!error) {
    return (
      <LoadingScreen>
        {isSlow && (
          <Alert tone="quiet" title="plex.tv is slow to answer." role="status">
            {!isSigningOut && <p>This page waits a few more seconds. You stay signed in if there is no answer.</p>}
            <p>
              <Button onClick={() => isSigningOut || onSignOut()}>{isSigningOut ? 'Signing out…' : 'Sign out'}</Button>
            </p>
          </Alert>
        )}
      </LoadingScreen>
    );
  }
  const { retryAt } = error.details;
  const isBusy = isFetching || isSigningOut;
  return (
    <main className="mx-auto grid min-h-dvh max-w-md content-center gap-4 px-5">
      <Brand />
      <h1 tabIndex={-1} ref={focusHeading} className="text-title font-bold">
        Your account could not be opened
      </h1>
      <ErrorNotice words={error.words} answerText={error.answerText} tone="warn">
        {!isSigningOut && <p>You are still signed in.</p>}
      </ErrorNotice>
      {retryAt && !isFetching && <RetryCountdown key={retryAt.getTime()} until={retryAt} />}
      <Button variant="primary" aria-busy={isFetching} onClick={() => isBusy || hasToWait(error) || onTryAgain()}>
        {isFetching ? 'Asking plex.tv…' : 'Try again'}
      </Button>
      <Button onClick={() => isSigningOut || onSignOut()}>{isSigningOut ? 'Signing out…' : 'Sign out'}</Button>
    </main>
  );
}

function focusHeading(heading: HTMLElement | null) {
  heading?.focus();
}
