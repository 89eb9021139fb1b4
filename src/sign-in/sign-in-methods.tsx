import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { loadErrorWords } from '../plex/errors/load-error.ts';
import type { NewSignIn, PlexTv } from '../session/session.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { hasStoredPin } from './pin/has-stored-pin.ts';
import { type InitialValues, SignInForm } from './sign-in-form.tsx';

type SignInMethodsProps = {
  plexTv: PlexTv;
  initialValues?: InitialValues | undefined;
  /** False when the person must stay on this page. Then only methods that need no other page are offered. */
  canLeavePage?: boolean;
  /** Whether plex.tv has led the person to this page. */
  isBackFromPlexTv?: boolean;
  onSignedIn: (signIn: NewSignIn) => void;
};

/** All sign-in methods. The password form keeps what was typed while the person tries another method. */
export function SignInMethods(props: SignInMethodsProps) {
  const { plexTv, initialValues, canLeavePage = true, isBackFromPlexTv = false, onSignedIn } = props;
  const loading = useMutation({
    mutationFn: async (name: 'plex-tv' | 'stray-return' | 'choice') =>
      (await import('./other-methods.tsx')).otherMethods[name],
    networkMode: 'always',
    gcTime: 0,
  });
  const { mutate, data: Method } = loading;
  const openHostedSignIn = () => mutate('plex-tv');

  // A stored PIN means that this tab comes back from plex.tv or was reloaded meanwhile.
  useEffect(() => {
    if (plexTv.sampleLogins || !canLeavePage) return;
    if (hasStoredPin()) mutate('plex-tv');
    else if (isBackFromPlexTv) mutate('stray-return');
  }, [plexTv, canLeavePage, isBackFromPlexTv, mutate]);

  return (
    <>
      {Method && (
        <Method
          plexTv={plexTv}
          // Only the password form asks. After another method, the account page offers to remember the sign-in.
          isRemembered={initialValues?.rememberMe ?? false}
          onSignedIn={onSignedIn}
          onBack={loading.reset}
        />
      )}
      <div hidden={Boolean(Method)} className="grid gap-4">
        {loading.isError && <ErrorNotice words={loadErrorWords.loadFailed} />}
        {canLeavePage && (
          <>
            <Button variant="primary" aria-busy={loading.isPending} onClick={openHostedSignIn}>
              Continue at plex.tv
            </Button>
            <p className="flex items-center gap-3 text-muted">
              <Divider /> or with your password <Divider />
            </p>
          </>
        )}
        <SignInForm
          client={plexTv.client}
          initialValues={initialValues}
          onSignedIn={onSignedIn}
          alternative={
            canLeavePage && (
              <Button variant="link" className="justify-self-start" onClick={openHostedSignIn}>
                Continue at plex.tv instead
              </Button>
            )
          }
        />
        <Button variant="link" className="justify-self-start" onClick={() => mutate('choice')}>
          Use another way
        </Button>
      </div>
    </>
  );
}

function Divider() {
  return <span aria-hidden="true" className="flex-1 border-t border-line" />;
}
