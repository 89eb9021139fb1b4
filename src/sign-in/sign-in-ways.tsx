import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Account } from '../plex/account.ts';
import { errorWords } from '../plex/error-words.ts';
import type { HowSignedIn, Manner, PlexTv } from '../session/session.ts';
import { Button } from '../ui/button.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { isPinKept } from './pin/is-pin-kept.ts';
import { type FilledIn, SignInForm } from './sign-in-form.tsx';

type SignInWaysProps = {
  plexTv: PlexTv;
  /** What stands in the form at first. */
  filledIn?: FilledIn | undefined;
  /** Whether the page must not be left, so that only ways which need no other page are offered. */
  isStaying?: boolean;
  onSignedIn: (account: Account, manner: Manner) => void;
};

/** The ways to sign in: at plex.tv first, by password, and others. What was typed stays while another is tried. */
export function SignInWays({ plexTv, filledIn, isStaying = false, onSignedIn }: SignInWaysProps) {
  const opening = useMutation({
    mutationFn: async (way: 'plex-tv' | 'choice') => (await import('./other-ways.tsx')).otherWays[way],
    networkMode: 'always',
    gcTime: 0,
  });
  const { mutate, data: Way } = opening;
  const atPlexTv = () => mutate('plex-tv');
  // Whoever wants to be remembered says so on the account screen, or has said so before.
  const isRemembered = filledIn?.rememberMe ?? false;
  const enter = (account: Account, how: HowSignedIn) => onSignedIn(account, { how, isRemembered });

  // Whoever comes back from plex.tv, or reloads meanwhile, is found waiting by what the tab has kept.
  useEffect(() => {
    if (isPinKept() && !plexTv.sampleLogins && !isStaying) mutate('plex-tv');
  }, [plexTv, isStaying, mutate]);

  return (
    <>
      {Way && <Way plexTv={plexTv} onSignedIn={enter} onBack={opening.reset} />}
      <div hidden={Boolean(Way)} className="grid gap-4">
        {opening.isError && <Trouble words={errorWords.incomplete} />}
        {!isStaying && (
          <>
            <Button look="primary" aria-busy={opening.isPending} onClick={atPlexTv}>
              Continue at plex.tv
            </Button>
            <p className="flex items-center gap-3 text-muted">
              <Rule /> or with your password <Rule />
            </p>
          </>
        )}
        <SignInForm
          client={plexTv.client}
          filledIn={filledIn}
          onSignedIn={onSignedIn}
          instead={
            !isStaying && (
              <Button look="link" className="justify-self-start" onClick={atPlexTv}>
                Continue at plex.tv instead
              </Button>
            )
          }
        />
        <Button look="link" className="justify-self-start" onClick={() => mutate('choice')}>
          Use another way
        </Button>
      </div>
    </>
  );
}

function Rule() {
  return <span aria-hidden="true" className="flex-1 border-t border-line" />;
}
