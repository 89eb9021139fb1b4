import { useState } from 'react';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { SignInMethodFrame, type SignInMethodProps } from '../sign-in-method-frame.tsx';
import { HostedSignIn } from './hosted-sign-in.tsx';
import { isOtherTabWaiting } from './stored-pin.ts';

/** The person comes back from plex.tv in another tab, window or app than the one that waits for the sign-in. */
export function StrayReturn(props: SignInMethodProps) {
  const [isStartedAgain, setStartedAgain] = useState(false);
  const [isWaiting] = useState(() => isOtherTabWaiting(new Date()));
  if (isStartedAgain) return <HostedSignIn {...props} />;
  return (
    <SignInMethodFrame title="You are back from plex.tv" onBack={props.onBack}>
      <Alert tone="warn" title="This tab did not start the sign-in, so it cannot finish it." role="alert">
        {isWaiting ? (
          <p>
            Another tab of this browser is waiting for it. Go to that tab. If it shows plex.tv’s page, press Back there.
            Your account then opens.
          </p>
        ) : (
          <p>
            Another window, browser or app may have started it. Go there, and your account opens. If it shows plex.tv’s
            page, press Back first.
          </p>
        )}
        <p>You can also start again here.</p>
      </Alert>
      <Button variant="primary" onClick={() => setStartedAgain(true)}>
        Continue at plex.tv
      </Button>
    </SignInMethodFrame>
  );
}
