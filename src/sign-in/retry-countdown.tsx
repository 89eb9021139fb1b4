import { useSecondsUntil } from '../ui/use-seconds-until.ts';

/** How long plex.tv wants us to wait. A `timer` is not read out each second; its end is. */
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
