import type { ReactNode } from 'react';
import type { PlexError } from '../plex/plex-error.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';

/** Takes the form's place: each further try can lengthen the lock. What was typed is kept. */
export function LockedOutNotice({
  error,
  instead,
  onBack,
}: {
  error: PlexError;
  instead?: ReactNode;
  onBack: () => void;
}) {
  return (
    <div tabIndex={-1} ref={focusOnArrival} className="grid gap-4 outline-none">
      <ErrorNotice words={error.words} answerText={error.answerText} />
      {instead}
      <Button className="justify-self-start" onClick={onBack}>
        Back to the form
      </Button>
    </div>
  );
}

/** The form took the focus away with it. */
function focusOnArrival(place: HTMLElement | null) {
  place?.focus();
}
