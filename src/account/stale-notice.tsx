import type { PlexError } from '../plex/plex-error.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';

type StaleNoticeProps = {
  error: PlexError;
  /** Whether the user pressed Refresh. The failure of a background refetch is no alert. */
  isRequested: boolean;
};

/** A refetch failed: the account on screen is from the last good reply. */
export function StaleNotice({ error, isRequested }: StaleNoticeProps) {
  const staleText = 'This page still shows the earlier data.';
  if (!isRequested) {
    return (
      <p role="status" className="notices py-6 text-muted print:hidden">
        Newer data could not be loaded. {error.words.what} {staleText}
      </p>
    );
  }
  return (
    <div className="notices py-6">
      <ErrorNotice words={error.words} answerText={error.answerText} tone="warn">
        <p>{staleText}</p>
      </ErrorNotice>
    </div>
  );
}
