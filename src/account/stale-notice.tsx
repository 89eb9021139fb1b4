import type { PlexError } from '../plex/errors/plex-error.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { RetryCountdown } from '../ui/retry-countdown.tsx';

type StaleNoticeProps = {
  error: PlexError;
  /** Whether the user pressed Refresh. The failure of a background refetch is no alert. */
  isRequested: boolean;
};

/** A refetch failed: the account on screen is from the last good reply. */
export function StaleNotice({ error, isRequested }: StaleNoticeProps) {
  const { retryAt } = error.details;
  const countdown = retryAt && <RetryCountdown key={retryAt.getTime()} until={retryAt} />;
  const staleText = 'This page still shows the earlier data.';
  if (!isRequested) {
    return (
      <div className="notices py-6 print:hidden">
        <p role="status" className="text-muted">
          Newer data could not be loaded. {error.words.what} {staleText}
        </p>
        {countdown}
      </div>
    );
  }
  return (
    <div className="notices py-6">
      <ErrorNotice words={error.words} answerText={error.answerText} tone="warn">
        <p>{staleText}</p>
      </ErrorNotice>
      {countdown}
    </div>
  );
}
