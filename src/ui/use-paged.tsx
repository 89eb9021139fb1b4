import { useState, useSyncExternalStore } from 'react';
import { Button } from './button.tsx';

/** Paper has no button for more: so many rows go onto it, which is some hundred pages. */
const mostPrinted = 2000;

/** The first rows of a list that may be very long, and a button for the next ones; none when all are shown. */
export function usePaged<Row>(rows: readonly Row[], pageSize: number, noun: string) {
  const [pages, setPages] = useState(1);
  const isPrinting = useIsPrinting();
  const shown = rows.slice(0, isPrinting ? mostPrinted : pages * pageSize);
  const left = rows.length - shown.length;
  const more = left > 0 && (
    <>
      <Button onClick={() => setPages(pages + 1)} className="justify-self-start">
        Show {Math.min(left, pageSize)} more of {left} {noun}
      </Button>
      <p className="hidden print:block">
        and {left} more {noun}, which are left out
      </p>
    </>
  );
  return { shown, more };
}

let isPrinting = false;

function useIsPrinting(): boolean {
  const read = () => isPrinting;
  return useSyncExternalStore(watchPrinting, read, read);
}

/** React draws what such an event changes before the browser goes on to lay out the paper. */
function watchPrinting(onChange: () => void) {
  const note = ({ type }: Event) => {
    isPrinting = type === 'beforeprint';
    onChange();
  };
  window.addEventListener('beforeprint', note);
  window.addEventListener('afterprint', note);
  return () => {
    window.removeEventListener('beforeprint', note);
    window.removeEventListener('afterprint', note);
  };
}
