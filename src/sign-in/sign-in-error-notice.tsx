import type { ReactNode } from 'react';
import type { PlexError } from '../plex/plex-error.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { RetryCountdown } from './retry-countdown.tsx';

/** These are told at their fields. */
const atField = ['codeNeeded', 'wrongCode', 'emailOnly'];

/** Why the last sign-in failed, when it is about no field in particular. */
export function SignInErrorNotice({ error, instead }: { error: PlexError | null; instead?: ReactNode }) {
  if (!error || atField.includes(error.kind)) return null;
  const { retryAt } = error.details;
  return (
    <>
      <ErrorNotice words={error.words} answerText={error.answerText}>
        {error.kind === 'wrongLogin' && instead}
      </ErrorNotice>
      {retryAt && <RetryCountdown key={retryAt.getTime()} until={retryAt} />}
    </>
  );
}
