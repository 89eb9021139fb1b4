import { useSecondsUntil } from '../../ui/use-seconds-until.ts';

/** The time until a code expires. Screen readers do not announce a `timer` each second. */
export function CodeLifetime({ until }: { until: Date }) {
  const seconds = useSecondsUntil(until);
  return (
    <p role="timer" className="text-muted">
      {seconds > 0 ? `It works for ${formatDuration(seconds)}.` : 'It has expired.'}
    </p>
  );
}

function formatDuration(seconds: number): string {
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
