import { useEffect, useState } from 'react';

/** Whole seconds that are left until a moment, 0 once it is over; counts down by itself. */
export function useSecondsUntil(until: Date): number {
  const [seconds, setSeconds] = useState(() => secondsUntil(until));

  // The clock is outside React: it is read once a second.
  useEffect(() => {
    const interval = setInterval(() => setSeconds(secondsUntil(until)), 1000);
    return () => clearInterval(interval);
  }, [until]);

  return seconds;
}

function secondsUntil(until: Date): number {
  return Math.max(0, Math.ceil((until.getTime() - Date.now()) / 1000));
}
