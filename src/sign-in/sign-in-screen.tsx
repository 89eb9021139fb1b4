import type { ReactNode } from 'react';
import type { NewSignIn, PlexTv } from '../session/session.ts';
import { Brand } from '../ui/brand.tsx';
import { SampleButton } from './sample-button.tsx';
import { SignInExplainer } from './sign-in-explainer.tsx';
import type { InitialValues } from './sign-in-form.tsx';
import { SignInMethods } from './sign-in-methods.tsx';

type SignInScreenProps = {
  plexTv: PlexTv;
  initialValues?: InitialValues | undefined;
  /** For example, why the person has been signed out. */
  notice?: ReactNode;
  /** Whether the person comes from another screen. False when the page has just been opened. */
  isReturn: boolean;
  /** Whether plex.tv has led the person to this page. */
  isBackFromPlexTv?: boolean;
  onSignedIn: (signIn: NewSignIn) => void;
  /** Called when the person starts to use the form, so that the account page can load meanwhile. */
  onTouched: () => void;
  onSample: () => Promise<void>;
};

export function SignInScreen(props: SignInScreenProps) {
  const { plexTv, initialValues, notice, isReturn, isBackFromPlexTv = false, onSignedIn, onTouched, onSample } = props;
  return (
    <main className="grid min-h-dvh lg:grid-cols-2" onFocusCapture={onTouched} onPointerDownCapture={onTouched}>
      <div className="mx-auto grid w-full max-w-md content-center gap-3 px-5 py-4 lg:gap-4 lg:py-12">
        <Brand />
        <div className="lg:pt-4">
          <h1 tabIndex={-1} ref={isReturn ? focusOnMount : undefined} className="text-answer font-bold">
            Sign in with Plex
          </h1>
          <p className="text-muted">See everything plex.tv knows about your account.</p>
        </div>
        {notice}
        <SignInMethods {...{ plexTv, initialValues, isBackFromPlexTv, onSignedIn }} />
        {!plexTv.sampleLogins && <SampleButton onSample={onSample} />}
      </div>
      <SignInExplainer isSample={plexTv.sampleLogins !== undefined} />
    </main>
  );
}

/** Moves the focus to the new screen. When the page has just been opened, the browser decides. */
function focusOnMount(heading: HTMLElement | null) {
  heading?.focus();
}
