import type { PlexError } from '../plex/plex-error.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';

type StaleNoticeProps = {
  error: PlexError;
  /** Whether the person pressed a button for it. What this page tried by itself is told without alarm. */
  isAskedFor: boolean;
};

/** plex.tv could not be asked again: the account on screen is the one from before. */
export function StaleNotice({ error, isAskedFor }: StaleNoticeProps) {
  const isAsBefore = 'What you see is as it was before.';
  if (!isAskedFor) {
    return (
      <p role="status" className="pb-8 text-muted print:hidden">
        The latest could not be fetched. {error.words.what} {isAsBefore}
      </p>
    );
  }
  return (
    <div className="pb-8">
      <ErrorNotice words={error.words} answerText={error.answerText} tone="warn">
        <p>{isAsBefore}</p>
      </ErrorNotice>
    </div>
  );
}
