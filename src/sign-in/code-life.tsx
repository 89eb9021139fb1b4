import { useEffect, useState } from 'react';

/** How long a code still works. A `timer` is not read out each second. */
export function CodeLife({ until }: { until: Date }) {
  const [seconds, setSeconds] = useState(() => secondsUntil(until));

  // The clock is outside React: it is read once a second.
  useEffect(() => {
    const interval = setInterval(() => setSeconds(secondsUntil(until)), 1000);
    return () => clearInterval(interval);
  }, [until]);

  return (
    <p role="timer" className="text-muted">
      {seconds > 0 ? `It works for ${inWords(seconds)}.` : 'Its time is over.'}
    </p>
  );
}

function secondsUntil(until: Date): number {
  return Math.max(0, Math.ceil((until.getTime() - Date.now()) / 1000));
}

function inWords(seconds: number): string {
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
