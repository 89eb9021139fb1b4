import type { PlexError } from '../../plex/plex-error.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { RetryCountdown } from '../retry-countdown.tsx';

type PinStatusProps = {
  /** How it goes, in words. */
  status: string;
  error: PlexError | null;
  /** Whether plex.tv is asked again without a click. */
  isAskedAgain: boolean;
};

/** How it stands with a PIN: said to those who see and to those who listen. */
export function PinStatus({ status, error, isAskedAgain }: PinStatusProps) {
  const { retryAt } = error?.details ?? {};
  return (
    <>
      {error && (
        <ErrorNotice words={error.words} answerText={error.answerText} tone={isAskedAgain ? 'warn' : 'bad'}>
          {isAskedAgain && <p>This page keeps asking by itself.</p>}
        </ErrorNotice>
      )}
      {retryAt && !isAskedAgain && <RetryCountdown key={retryAt.getTime()} until={retryAt} />}
      <p role="status" className="text-lead">
        {status}
      </p>
    </>
  );
}
