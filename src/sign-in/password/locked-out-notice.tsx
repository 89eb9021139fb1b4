import type { SignInError } from '../../plex/errors/sign-in-error.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';

/** Replaces the form, because each further attempt can lengthen the lock. The form keeps what was typed. */
export function LockedOutNotice({
  error,
  onContinue,
  onOtherMethods,
  onBack,
}: {
  error: SignInError;
  /** Goes on at plex.tv's own page. */
  onContinue: (() => void) | undefined;
  onOtherMethods: (() => void) | undefined;
  onBack: () => void;
}) {
  return (
    <div tabIndex={-1} ref={focusOnMount} className="grid gap-4 outline-none">
      <ErrorNotice words={error.words} answerText={error.answerText} />
      {onContinue && (
        <Button variant="primary" onClick={onContinue}>
          Continue at plex.tv
        </Button>
      )}
      <Button variant="secondary" onClick={onBack}>
        Back to the form
      </Button>
      {onOtherMethods && (
        <Button variant="link" className="-my-2.5 min-h-11 justify-self-start" onClick={onOtherMethods}>
          Other ways to sign in
        </Button>
      )}
    </div>
  );
}

/** The form that had the focus has disappeared. */
function focusOnMount(element: HTMLElement | null) {
  element?.focus();
}
