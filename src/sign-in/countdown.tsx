import { useEffect, useState } from 'react';

/** How long plex.tv wants us to wait. A `timer` is not read out each second; its end is. */
export function Countdown({ until }: { until: Date }) {
  const [seconds, setSeconds] = useState(() => secondsUntil(until));

  // The clock is outside React: it is read once a second.
  useEffect(() => {
    const interval = setInterval(() => setSeconds(secondsUntil(until)), 1000);
    return () => clearInterval(interval);
  }, [until]);

  return (
    <>
      <p role="timer" className="text-muted">
        {seconds > 0 && `You can try again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`}
      </p>
      <p role="status">{seconds === 0 && 'You can try again now.'}</p>
    </>
  );
}

function secondsUntil(until: Date): number {
  return Math.max(0, Math.ceil((until.getTime() - Date.now()) / 1000));
}
