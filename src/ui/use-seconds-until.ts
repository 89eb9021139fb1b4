import { useEffect, useState } from 'react';

/** The whole seconds until a time, updated every second. 0 when the time has passed. */
export function useSecondsUntil(until: Date): number {
  const [seconds, setSeconds] = useState(() => secondsUntil(until));

  // The timer has to stop when the component unmounts.
  useEffect(() => {
    const interval = setInterval(() => setSeconds(secondsUntil(until)), 1000);
    return () => clearInterval(interval);
  }, [until]);

  return seconds;
}

function secondsUntil(until: Date): number {
  return Math.max(0, Math.ceil((until.getTime() - Date.now()) / 1000));
}
