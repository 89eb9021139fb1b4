import type { ReactNode } from 'react';
import type { Account } from '../plex/account.ts';
import type { PlexTv, SignInDetails } from '../session/session.ts';
import { Brand } from '../ui/brand.tsx';
import { SampleButton } from './sample-button.tsx';
import { SignInExplainer } from './sign-in-explainer.tsx';
import type { InitialValues } from './sign-in-form.tsx';
import { SignInMethods } from './sign-in-methods.tsx';

type SignInScreenProps = {
  plexTv: PlexTv;
  /** What stands in the form at first. */
  initialValues?: InitialValues | undefined;
  /** What the person should know before anything else, such as why they are here again. */
  notice?: ReactNode;
  /** Whether the person comes from another screen, and is not just opening the page. */
  isReturn: boolean;
  onSignedIn: (account: Account, details: SignInDetails) => void;
  /** The form is being used: the account screen may be fetched. */
  onTouched: () => void;
  onSample: () => Promise<void>;
};

export function SignInScreen(props: SignInScreenProps) {
  const { plexTv, initialValues, notice, isReturn, onSignedIn, onTouched, onSample } = props;
  return (
    <main className="grid min-h-dvh lg:grid-cols-2" onFocusCapture={onTouched} onPointerDownCapture={onTouched}>
      <div className="mx-auto grid w-full max-w-md content-center gap-3 px-5 py-4 lg:gap-4 lg:py-12">
        <Brand />
        <div className="lg:pt-4">
          <h1 tabIndex={-1} ref={isReturn ? focusOnArrival : undefined} className="text-name font-bold">
            Sign in with Plex
          </h1>
          <p className="text-muted">See everything plex.tv knows about your account.</p>
        </div>
        {notice}
        <SignInMethods plexTv={plexTv} initialValues={initialValues} onSignedIn={onSignedIn} />
        {!plexTv.sampleLogins && <SampleButton onSample={onSample} />}
      </div>
      <SignInExplainer isSample={plexTv.sampleLogins !== undefined} />
    </main>
  );
}

/** The focus goes to the new heading; at the first visit it stays where the browser put it. */
function focusOnArrival(heading: HTMLElement | null) {
  heading?.focus();
}
