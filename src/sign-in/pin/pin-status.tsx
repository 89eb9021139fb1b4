import type { PlexError } from '../../plex/errors/plex-error.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { RetryCountdown } from '../../ui/retry-countdown.tsx';

type PinStatusProps = {
  status: string;
  error: PlexError | null;
  /** Whether the page asks plex.tv again without a click. */
  isRetrying: boolean;
};

export function PinStatus({ status, error, isRetrying }: PinStatusProps) {
  const { retryAt } = error?.details ?? {};
  return (
    <>
      {error && (
        <ErrorNotice words={error.words} answerText={error.answerText} tone={isRetrying ? 'warn' : 'bad'}>
          {isRetrying && <p>This page keeps asking by itself.</p>}
        </ErrorNotice>
      )}
      {retryAt && !isRetrying && <RetryCountdown key={retryAt.getTime()} until={retryAt} />}
      <p role="status" className="text-lead">
        {status}
      </p>
    </>
  );
}
