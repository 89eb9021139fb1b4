import type { PlexError } from '../../plex/errors/plex-error.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { RetryCountdown } from '../../ui/retry-countdown.tsx';
import { Spinner, useSpinner } from '../../ui/spinner.tsx';

type PinStatusProps = {
  status: string;
  /** Whether a request is pending that the person waits for. */
  isBusy: boolean;
  error: PlexError | null;
  /** Whether the page asks plex.tv again without a click. */
  isRetrying: boolean;
};

export function PinStatus({ status, isBusy, error, isRetrying }: PinStatusProps) {
  const isSpinning = useSpinner(isBusy);
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
        {isSpinning && <Spinner />}
        {status}
      </p>
    </>
  );
}
