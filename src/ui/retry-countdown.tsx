import { useSecondsUntil } from './use-seconds-until.ts';

/** Counts down the wait that plex.tv asks for. Screen readers announce its end, not each second. */
export function RetryCountdown({ until }: { until: Date }) {
  const seconds = useSecondsUntil(until);
  return (
    <>
      <p role="timer" className="text-muted">
        {seconds > 0 && `You can try again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`}
      </p>
      <p role="status">{seconds === 0 && 'You can try again now.'}</p>
    </>
  );
}
