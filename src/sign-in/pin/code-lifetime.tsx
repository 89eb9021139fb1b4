import { useSecondsUntil } from '../../ui/use-seconds-until.ts';

/** How long a code still works. A `timer` is not read out each second. */
export function CodeLifetime({ until }: { until: Date }) {
  const seconds = useSecondsUntil(until);
  return (
    <p role="timer" className="text-muted">
      {seconds > 0 ? `It works for ${inWords(seconds)}.` : 'Its time is over.'}
    </p>
  );
}

function inWords(seconds: number): string {
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
