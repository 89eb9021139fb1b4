import type { SignInError } from '../../plex/errors/sign-in-error.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { RetryCountdown } from '../../ui/retry-countdown.tsx';

/** The forms show these errors at their fields. */
const fieldErrorKinds = ['codeNeeded', 'wrongCode', 'notACode', 'signedOut'];
/** After these errors the account may have no password that works here. */
const passwordErrorKinds = ['wrongLogin', 'emailOnly'];

type SignInErrorNoticeProps = {
  error: SignInError;
  /** Goes on at plex.tv's own page. */
  onContinue?: (() => void) | undefined;
};

/** Stands below the button, so that the button stays where it is. */
export function SignInErrorNotice({ error, onContinue }: SignInErrorNoticeProps) {
  const { retryAt } = error.details;
  return (
    <>
      {!fieldErrorKinds.includes(error.kind) && (
        <ErrorNotice words={error.words} answerText={error.answerText}>
          {onContinue && passwordErrorKinds.includes(error.kind) && (
            <Button variant="link" className="justify-self-start" onClick={onContinue}>
              Continue at plex.tv instead
            </Button>
          )}
        </ErrorNotice>
      )}
      {retryAt && <RetryCountdown key={retryAt.getTime()} until={retryAt} />}
    </>
  );
}
