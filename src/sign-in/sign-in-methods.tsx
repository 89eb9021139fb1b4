import { ArrowUpRight } from 'lucide';
import { type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import { loadErrorWords } from '../plex/errors/load-error.ts';
import type { NewSignIn, PlexTv } from '../session/session.ts';
import { BusyButton } from '../ui/busy-button.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Icon } from '../ui/icon.tsx';
import { useLoading } from '../ui/use-loading.ts';
import type { otherMethods } from './other-methods.tsx';
import { hasStoredPin } from './pin/has-stored-pin.ts';
import { type FormStep, type InitialValues, SignInForm } from './sign-in-form.tsx';

type MethodName = keyof typeof otherMethods;

/** The step of the form, or another method. */
export type SignInStep = FormStep | 'other-method';

type SignInMethodsProps = {
  plexTv: PlexTv;
  initialValues?: InitialValues | undefined;
  /** False when the person must stay on this page. Then only methods that need no other page are offered. */
  canLeavePage?: boolean;
  /** Whether plex.tv has led the person to this page. */
  isBackFromPlexTv?: boolean;
  onSignedIn: (signIn: NewSignIn) => void;
  onStepChange?: (step: SignInStep) => void;
  /** A notice above the first step. */
  notice?: ReactNode;
};

/** All sign-in methods. The password form keeps what was typed while the person tries another method. */
export function SignInMethods(props: SignInMethodsProps) {
  const { plexTv, initialValues, canLeavePage = true, isBackFromPlexTv = false, onSignedIn } = props;
  const { onStepChange, notice } = props;
  const [formStep, setFormStep] = useState<FormStep>('credentials');
  const [requested, setRequested] = useState<MethodName>();
  const [Method, setMethod] = useState<(typeof otherMethods)[MethodName]>();
  const { isLoading, error, load } = useLoading();
  const continueAtPlexTv = canLeavePage ? () => openMethod('plex-tv') : undefined;

  async function openMethod(name: MethodName) {
    setRequested(name);
    const loaded = await load(async () => (await import('./other-methods.tsx')).otherMethods[name]);
    if (!loaded) return;
    setMethod(() => loaded);
    onStepChange?.('other-method');
  }

  const openFirst = useEffectEvent((name: MethodName) => void openMethod(name));
  // A stored PIN means that this tab comes back from plex.tv, or was reloaded during such a sign-in.
  useEffect(() => {
    if (plexTv.sampleLogins || !canLeavePage) return;
    if (hasStoredPin()) openFirst('plex-tv');
    else if (isBackFromPlexTv) openFirst('stray-return');
  }, [plexTv, canLeavePage, isBackFromPlexTv]);

  function changeFormStep(step: FormStep) {
    setFormStep(step);
    onStepChange?.(step);
  }

  function goBack() {
    setMethod(undefined);
    onStepChange?.(formStep);
  }

  return (
    <>
      {Method && (
        <Method
          plexTv={plexTv}
          // Only the password form asks. After another method, the account page offers to remember the sign-in.
          isRemembered={initialValues?.rememberMe ?? false}
          onSignedIn={onSignedIn}
          onBack={goBack}
        />
      )}
      <div hidden={Boolean(Method)} className="grid gap-4">
        {notice}
        {continueAtPlexTv && formStep === 'credentials' && (
          <>
            <BusyButton
              variant="primary"
              isBusy={isLoading && requested === 'plex-tv'}
              busyText="Continue at plex.tv"
              onClick={continueAtPlexTv}
            >
              Continue at plex.tv
              <Icon node={ArrowUpRight} className="ms-2 rtl:-scale-x-100" />
            </BusyButton>
            <p className="flex items-center gap-3 text-fine text-muted -my-2 sm:my-2">
              <Divider /> or with your password <Divider />
            </p>
          </>
        )}
        <SignInForm
          client={plexTv.client}
          initialValues={initialValues}
          onSignedIn={onSignedIn}
          onStepChange={changeFormStep}
          onContinue={continueAtPlexTv}
          onOtherMethods={() => openMethod('choice')}
        />
        {error !== undefined && <ErrorNotice words={loadErrorWords.loadFailed} />}
      </div>
    </>
  );
}

function Divider() {
  return <span aria-hidden="true" className="flex-1 border-t border-line" />;
}
