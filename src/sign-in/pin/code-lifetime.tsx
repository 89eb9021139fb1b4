import { useSecondsUntil } from '../../ui/use-seconds-until.ts';

/** The time until a code expires. Screen readers do not announce a `timer` each second. */
export function CodeLifetime({ until }: { until: Date }) {
  const seconds = useSecondsUntil(until);
  return (
    <p role="timer" className="text-muted">
      {seconds > 0 ? `You can use this code for ${formatDuration(seconds)}.` : 'This code has expired.'}
    </p>
  );
}

function formatDuration(seconds: number): string {
  if (seconds >= 60) return `${count(Math.floor(seconds / 60), 'minute')} and ${count(seconds % 60, 'second')}`;
  return count(seconds, 'second');
}

function count(number: number, unit: string): string {
  return `${number} ${unit}${number === 1 ? '' : 's'}`;
}
