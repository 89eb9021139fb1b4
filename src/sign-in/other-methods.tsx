import { type ReactNode, useState } from 'react';
import { QueryProvider } from '../session/query-provider.tsx';
import { Button } from '../ui/button.tsx';
import { PasteToken } from './paste-token.tsx';
import { HostedSignIn } from './pin/hosted-sign-in.tsx';
import { LinkDevice } from './pin/link-device.tsx';
import { StrayReturn } from './pin/stray-return.tsx';
import { SignInMethodFrame, type SignInMethodProps } from './sign-in-method-frame.tsx';

/** The screens that replace the password form. They load only when the person asks for one. */
export const otherMethods = {
  'plex-tv': withQueries(HostedSignIn),
  'stray-return': withQueries(StrayReturn),
  choice: withQueries(OtherMethods),
};

function withQueries(Method: (props: SignInMethodProps) => ReactNode) {
  return (props: SignInMethodProps) => (
    <QueryProvider>
      <Method {...props} />
    </QueryProvider>
  );
}

function OtherMethods(props: SignInMethodProps) {
  const [Method, setMethod] = useState<(props: SignInMethodProps) => ReactNode>();
  if (Method) return <Method {...props} onBack={() => setMethod(undefined)} />;
  return (
    <SignInMethodFrame title="Other ways to sign in" onBack={props.onBack}>
      <ul className="grid gap-6">
        <li className="grid gap-2">
          <Button variant="secondary" onClick={() => setMethod(() => LinkDevice)}>
            Use another device
          </Button>
          <p className="text-fine text-muted">Type four characters on a phone or computer that is signed in to Plex.</p>
        </li>
        <li className="grid gap-2">
          <Button variant="secondary" onClick={() => setMethod(() => PasteToken)}>
            Paste a token
          </Button>
          <p className="text-fine text-muted">For people who have a token and know what it gives access to.</p>
        </li>
      </ul>
    </SignInMethodFrame>
  );
}
