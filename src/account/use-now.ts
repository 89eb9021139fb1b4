import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

const minuteMs = 60_000;

/**
 * The time for words such as "Today" and "in 12 days". It moves when one of the values changes, when the person returns to
 * the page, and when the page is printed, but at most once a minute: all panels are drawn again for another time.
 */
export function useNow(...values: readonly unknown[]): Date {
  const [now, setNow] = useState(() => new Date());
  const [seen, setSeen] = useState(values);
  if (values.some((value, index) => value !== seen[index])) {
    setSeen(values);
    setNow(readClock);
  }

  // The browser prints the page right after its event.
  useEffect(() => {
    const onReturn = () => setNow(readClock);
    const onPrint = () => flushSync(onReturn);
    addEventListener('focus', onReturn);
    document.addEventListener('visibilitychange', onReturn);
    addEventListener('beforeprint', onPrint);
    return () => {
      removeEventListener('focus', onReturn);
      document.removeEventListener('visibilitychange', onReturn);
      removeEventListener('beforeprint', onPrint);
    };
  }, []);

  return now;
}

function readClock(before: Date): Date {
  const now = new Date();
  return Math.abs(now.getTime() - before.getTime()) < minuteMs ? before : now;
}
