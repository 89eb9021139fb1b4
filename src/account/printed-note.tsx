import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { formatDateTime } from './facts/format-date.ts';

/** Only on paper. */
export function PrintedNote() {
  const [printedAt, setPrintedAt] = useState(() => new Date());

  // The browser prints the page right after this event.
  useEffect(() => {
    const readClock = () => flushSync(() => setPrintedAt(new Date()));
    addEventListener('beforeprint', readClock);
    return () => removeEventListener('beforeprint', readClock);
  }, []);

  return (
    <p className="hidden border-t border-rule pt-4 text-fine text-muted print:block">
      Account statement for Plex, unofficial. Printed on {formatDateTime(printedAt)}. Secrets are not printed.
    </p>
  );
}
