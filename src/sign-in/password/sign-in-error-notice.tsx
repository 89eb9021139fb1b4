import type { SignInError } from '../../plex/errors/sign-in-error.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { RetryCountdown } from '../../ui/retry-countdown.tsx';

/** The forms show these errors at their fields. */
const fieldErrorKinds = ['codeNeeded', 'wrongCode', 'notACode', 'signedOut'];
/** After these errors the account may have no password that works here. The server's own message adds nothing. */
const passwordErrorKinds = ['wrongLogin', 'emailOnly'];

type SignInErrorNoticeProps = {
  error: SignInError;
  /** Goes on at plex.tv's own page. */
  onContinue?: (() => void) | undefined;
};

/** Stands below the button, so that the button stays where it is. */
export function SignInErrorNotice({ error, onContinue }: SignInErrorNoticeProps) {
  const { retryAt } = error.details;
  const isShownAtField = fieldErrorKinds.includes(error.kind);
  if (isShownAtField && !retryAt) return null;
  return (
    <div ref={showWhenHidden} className="grid gap-4">
      {!isShownAtField && (
        <ErrorNotice
          words={error.words}
          answerText={passwordErrorKinds.includes(error.kind) ? undefined : error.answerText}
        >
          {onContinue && passwordErrorKinds.includes(error.kind) && (
            <Button variant="link" className="justify-self-start" onClick={onContinue}>
              Continue at plex.tv instead
            </Button>
          )}
        </ErrorNotice>
      )}
      {retryAt && <RetryCountdown key={retryAt.getTime()} until={retryAt} />}
    </div>
  );
}

/** The keyboard of a phone can cover the notice. The page scrolls only when no line of the notice is in view. */
function showWhenHidden(element: HTMLElement | null) {
  const lineHeightPx = 40;
  const viewHeight = window.visualViewport?.height ?? window.innerHeight;
  const isHidden = element && element.getBoundingClientRect().top + lineHeightPx > viewHeight;
  if (isHidden) element.scrollIntoView({ block: 'nearest' });
}
