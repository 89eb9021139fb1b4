import type { ReactNode } from 'react';
import type { SignInError } from '../plex/errors/sign-in-error.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';

/** Replaces the form, because each further attempt can lengthen the lock. The form keeps what was typed. */
export function LockedOutNotice({
  error,
  alternative,
  onBack,
}: {
  error: SignInError;
  /** Another sign-in method. */
  alternative?: ReactNode;
  onBack: () => void;
}) {
  return (
    <div tabIndex={-1} ref={focusOnMount} className="grid gap-4 outline-none">
      <ErrorNotice words={error.words} answerText={error.answerText} />
      {alternative}
      <Button className="justify-self-start" onClick={onBack}>
        Back to the form
      </Button>
    </div>
  );
}

/** The form had the focus and is gone. */
function focusOnMount(element: HTMLElement | null) {
  element?.focus();
}
