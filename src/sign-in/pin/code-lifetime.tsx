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
  const minutes = Math.floor(seconds / 60);
  const parts = [minutes > 0 && count(minutes, 'minute'), seconds % 60 > 0 && count(seconds % 60, 'second')];
  return parts.filter(Boolean).join(' and ');
}

function count(number: number, unit: string): string {
  return `${number} ${unit}${number === 1 ? '' : 's'}`;
}
