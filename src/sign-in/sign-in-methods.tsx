import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Account } from '../plex/account.ts';
import { errorWords } from '../plex/error-words.ts';
import type { PlexTv, SignInDetails, SignInMethod } from '../session/session.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { hasStoredPin } from './pin/has-stored-pin.ts';
import { type InitialValues, SignInForm } from './sign-in-form.tsx';

type SignInMethodsProps = {
  plexTv: PlexTv;
  /** What stands in the form at first. */
  initialValues?: InitialValues | undefined;
  /** Whether the page must not be left, so that only ways which need no other page are offered. */
  isStaying?: boolean;
  onSignedIn: (account: Account, details: SignInDetails) => void;
};

/** The ways to sign in: at plex.tv first, by password, and others. What was typed stays while another is tried. */
export function SignInMethods({ plexTv, initialValues, isStaying = false, onSignedIn }: SignInMethodsProps) {
  const opening = useMutation({
    mutationFn: async (way: 'plex-tv' | 'choice') => (await import('./other-methods.tsx')).otherMethods[way],
    networkMode: 'always',
    gcTime: 0,
  });
  const { mutate, data: Way } = opening;
  const atPlexTv = () => mutate('plex-tv');
  // Whoever wants to be remembered says so on the account screen, or has said so before.
  const isRemembered = initialValues?.rememberMe ?? false;
  const enter = (account: Account, method: SignInMethod) => onSignedIn(account, { method, isRemembered });

  // Whoever comes back from plex.tv, or reloads meanwhile, is found waiting by what the tab has kept.
  useEffect(() => {
    if (hasStoredPin() && !plexTv.sampleLogins && !isStaying) mutate('plex-tv');
  }, [plexTv, isStaying, mutate]);

  return (
    <>
      {Way && <Way plexTv={plexTv} onSignedIn={enter} onBack={opening.reset} />}
      <div hidden={Boolean(Way)} className="grid gap-4">
        {opening.isError && <ErrorNotice words={errorWords.loadFailed} />}
        {!isStaying && (
          <>
            <Button variant="primary" aria-busy={opening.isPending} onClick={atPlexTv}>
              Continue at plex.tv
            </Button>
            <p className="flex items-center gap-3 text-muted">
              <Rule /> or with your password <Rule />
            </p>
          </>
        )}
        <SignInForm
          client={plexTv.client}
          initialValues={initialValues}
          onSignedIn={onSignedIn}
          instead={
            !isStaying && (
              <Button variant="link" className="justify-self-start" onClick={atPlexTv}>
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

function Rule() {
  return <span aria-hidden="true" className="flex-1 border-t border-line" />;
}
