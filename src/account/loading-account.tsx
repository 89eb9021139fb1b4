import { useState } from 'react';
import type { PlexError } from '../plex/plex-error.ts';
import { Alert } from '../ui/alert.tsx';
import { Brand } from '../ui/brand.tsx';
import { Button } from '../ui/button.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { LoadingScreen } from '../ui/loading-screen.tsx';
import { useIsSlow } from '../ui/use-is-slow.ts';

type LoadingAccountProps = {
  /** Why plex.tv could not be asked. */
  error: PlexError | null;
  isAsking: boolean;
  isLeaving: boolean;
  onTryAgain: () => void;
  onSignOut: () => void;
};

/** Somebody comes back: stands where the account will be. They stay signed in whatever fails. */
export function LoadingAccount({ error: current, isAsking, isLeaving, onTryAgain, onSignOut }: LoadingAccountProps) {
  // While plex.tv is asked again there is no error; the last one stays to be read.
  const [error, setError] = useState(current);
  if (current && current !== error) setError(current);
  const isLong = useIsSlow(!error);
  if (!error) {
    return (
      <LoadingScreen>
        {isLong && (
          <Alert tone="quiet" title="plex.tv is taking long." role="status">
            <p>This page goes on waiting for some seconds. You stay signed in if nothing comes.</p>
            <p>
              <Button onClick={() => isLeaving || onSignOut()}>{isLeaving ? 'Signing out…' : 'Sign out'}</Button>
            </p>
          </Alert>
        )}
      </LoadingScreen>
    );
  }
  return (
    <main className="mx-auto grid min-h-dvh max-w-md content-center gap-4 px-5">
      <Brand />
      <h1 tabIndex={-1} ref={focusOnArrival} className="text-title font-bold">
        Your account could not be opened
      </h1>
      <ErrorNotice words={error.words} answerText={error.answerText} tone="warn">
        <p>You are still signed in.</p>
      </ErrorNotice>
      <Button variant="primary" aria-busy={isAsking} onClick={() => isAsking || isLeaving || onTryAgain()}>
        {isAsking ? 'Asking plex.tv…' : 'Try again'}
      </Button>
      <Button onClick={() => isLeaving || onSignOut()}>{isLeaving ? 'Signing out…' : 'Sign out'}</Button>
    </main>
  );
}

function focusOnArrival(heading: HTMLElement | null) {
  heading?.focus();
}
