import { type ReactNode, Suspense, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { NewSignIn, PlexTv } from '../session/session.ts';
import { Brand } from '../ui/brand.tsx';
import { lazyWithPreload } from '../ui/lazy-with-preload.tsx';
import { ThemeSwitch } from '../ui/theme-switch.tsx';
import { SampleButton } from './sample-button.tsx';
import type { InitialValues } from './sign-in-form.tsx';
import { SignInMethods, type SignInStep } from './sign-in-methods.tsx';

// The build has drawn this text, so its script may load later. If it fails to load, the drawn text stays until the next step.
const [SignInExplainer] = lazyWithPreload(async () => {
  const loaded = await import('./sign-in-explainer.tsx').catch(() => new Promise<never>(() => {}));
  return loaded.SignInExplainer;
});

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
  /** Opens the sample. Missing inside the sample. */
  onSample?: (() => Promise<void>) | undefined;
};

export function SignInScreen(props: SignInScreenProps) {
  const { plexTv, initialValues, notice, isReturn, isBackFromPlexTv = false, onSignedIn, onTouched, onSample } = props;
  const [step, setStep] = useState<SignInStep>('credentials');
  const [hasMovedOn, setMovedOn] = useState(false);
  const main = useRef<HTMLElement>(null);
  const touch = useEffectEvent(onTouched);

  // Only the document knows that the person was in the form before the script arrived.
  useEffect(() => {
    if (main.current?.contains(document.activeElement)) touch();
  }, []);

  const isFirstStep = step === 'credentials' || step === 'locked-out';
  function changeStep(next: SignInStep) {
    setStep(next);
    setMovedOn(true);
  }

  return (
    <main
      ref={main}
      className="min-h-dvh lg:grid lg:grid-cols-2"
      onFocusCapture={onTouched}
      onPointerDownCapture={onTouched}
      // A password manager, and a press before the script, submit without a touch.
      onSubmitCapture={onTouched}
    >
      {/* Starts at the top, so that the title stays where it is when something appears below. */}
      <div className="flex min-h-dvh flex-col px-4 sm:px-10">
        <div className="flex min-h-12 items-center justify-between gap-2 sm:min-h-21">
          <Brand isCompact />
          <ThemeSwitch isBare />
        </div>
        <div className="mx-auto grid w-full max-w-95 gap-4 sm:pt-[max(0rem,50dvh-24.5rem)]">
          <div className={isFirstStep ? 'sm:pb-2' : 'sr-only'}>
            <h1
              tabIndex={-1}
              ref={isReturn ? focusOnMount : undefined}
              className="text-title font-semibold sm:text-answer"
            >
              Sign in with Plex
            </h1>
            <p className="text-muted">See everything plex.tv keeps about your account.</p>
          </div>
          <SignInMethods
            {...{ plexTv, initialValues, isBackFromPlexTv, onSignedIn }}
            notice={hasMovedOn ? undefined : notice}
            onStepChange={changeStep}
          />
          {step !== 'code' && onSample && (
            <div className="grid gap-4 border-t border-line pt-3 sm:mt-2 sm:pt-6">
              <SampleButton onSample={onSample} />
            </div>
          )}
        </div>
        <p className="mt-auto pt-2 pb-1 text-fine text-muted sm:pb-9">
          An unofficial, open-source page, not made by Plex.
        </p>
      </div>
      <aside className="bg-sunken">
        {/* Does not move when the form grows. */}
        <div className="sticky top-0 mx-auto grid max-w-107 content-center gap-12 px-4 py-12 lg:min-h-dvh">
          <Suspense>
            <SignInExplainer isSample={plexTv.sampleLogins !== undefined} isCodeStep={step === 'code'} />
          </Suspense>
        </div>
      </aside>
    </main>
  );
}

/** Moves the focus to the new screen. When the page has just been opened, the browser decides. */
function focusOnMount(heading: HTMLElement | null) {
  heading?.focus();
}
