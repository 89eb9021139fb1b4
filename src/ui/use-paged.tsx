import { useState } from 'react';
import { Button } from './button.tsx';

/** The first rows of a list that may be very long, and a button for the next ones; none when all are shown. */
export function usePaged<Row>(rows: readonly Row[], pageSize: number, noun: string) {
  const [pages, setPages] = useState(1);
  const shown = rows.slice(0, pages * pageSize);
  const left = rows.length - shown.length;
  const more = left > 0 && (
    <Button onClick={() => setPages(pages + 1)} className="justify-self-start">
      Show {Math.min(left, pageSize)} more of {left} {noun}
    </Button>
  );
  return { shown, more };
}
