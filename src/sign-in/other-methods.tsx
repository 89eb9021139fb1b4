import { type ReactNode, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { PasteToken } from './paste-token.tsx';
import { HostedSignIn } from './pin/hosted-sign-in.tsx';
import { LinkDevice } from './pin/link-device.tsx';
import { SignInMethodFrame, type SignInMethodProps } from './sign-in-method-frame.tsx';

/** What takes the place of the form, fetched when it is asked for: sign-in at plex.tv, or the choice of the rest. */
export const otherMethods = { 'plex-tv': HostedSignIn, choice: OtherMethods };

function OtherMethods(props: SignInMethodProps) {
  const [Way, setWay] = useState<(props: SignInMethodProps) => ReactNode>();
  if (Way) return <Way {...props} />;
  return (
    <SignInMethodFrame title="Other ways to sign in" onBack={props.onBack}>
      <ul className="grid gap-4">
        <li>
          <Button className="min-h-12 w-full" onClick={() => setWay(() => LinkDevice)}>
            Use another device
          </Button>
          <p className="text-muted">Type four characters on a phone or computer that is signed in to Plex.</p>
        </li>
        <li>
          <Button className="min-h-12 w-full" onClick={() => setWay(() => PasteToken)}>
            Paste a token
          </Button>
          <p className="text-muted">For people who have one, and know what it opens.</p>
        </li>
      </ul>
    </SignInMethodFrame>
  );
}
