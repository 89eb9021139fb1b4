import type { ReactNode } from 'react';
import type { SignInError } from '../plex/errors/sign-in-error.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { RetryCountdown } from '../ui/retry-countdown.tsx';

/** The forms show these errors at their fields. */
const fieldErrorKinds = ['codeNeeded', 'wrongCode', 'notACode', 'emailOnly', 'signedOut'];

type SignInErrorNoticeProps = {
  error: SignInError | null;
  /** Another sign-in method, offered when the account may have no password. */
  alternative?: ReactNode;
};

export function SignInErrorNotice({ error, alternative }: SignInErrorNoticeProps) {
  if (!error) return null;
  const { retryAt } = error.details;
  return (
    <>
      {!fieldErrorKinds.includes(error.kind) && (
        <ErrorNotice words={error.words} answerText={error.answerText}>
          {error.kind === 'wrongLogin' && alternative}
        </ErrorNotice>
      )}
      {retryAt && <RetryCountdown key={retryAt.getTime()} until={retryAt} />}
    </>
  );
}
