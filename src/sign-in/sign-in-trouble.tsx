import type { ReactNode } from 'react';
import type { PlexError } from '../plex/plex-error.ts';
import { Trouble } from '../ui/trouble.tsx';
import { Countdown } from './countdown.tsx';

/** These are told at their fields. */
const atField = ['codeNeeded', 'wrongCode', 'emailOnly'];

/** Why the last sign-in failed, when it is about no field in particular. */
export function SignInTrouble({ error, instead }: { error: PlexError | null; instead?: ReactNode }) {
  if (!error || atField.includes(error.kind)) return null;
  const { retryAt } = error.details;
  return (
    <>
      <Trouble words={error.words} said={error.said}>
        {error.kind === 'wrongLogin' && instead}
      </Trouble>
      {retryAt && <Countdown key={retryAt.getTime()} until={retryAt} />}
    </>
  );
}
