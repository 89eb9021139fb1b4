import { startTransition, useEffect, useState, useSyncExternalStore } from 'react';
import { Button } from './button.tsx';

/** A printed page has no button for more rows. 2000 rows fill about a hundred pages. */
const maxPrintedRows = 2000;

/** The rows to draw at a time. A slow phone lays them out in less than 50 ms. */
const rowsPerStep = 25;

/** A name for the rows, such as "record" and "records". */
export type Noun = { one: string; many: string };

/** A list, or an object that makes rows when it is asked for them: there may be thousands, and few are drawn. */
export type Rows<Row> = { readonly length: number; slice(start: number, end: number): Row[] };

/** The first rows of a long list, and a button that shows the next ones while any are left. */
export function usePaged<Row>(rows: Rows<Row>, pageSize: number, noun: Noun) {
  const [pageCount, setPageCount] = useState(1);
  const isPrinting = useIsPrinting();
  const shownCount = Math.min(rows.length, isPrinting ? maxPrintedRows : pageCount * pageSize);
  const shown = rows.slice(0, useSteps(shownCount, isPrinting));
  const leftCount = rows.length - shownCount;
  const more = leftCount > 0 && (
    <>
      <Button onClick={() => setPageCount(pageCount + 1)} className="justify-self-start">
        {moreLabel(leftCount, pageSize, noun)}
      </Button>
      <p className="hidden print:block">{leftOutText(leftCount, noun)}</p>
    </>
  );
  return { shown, more };
}

/** Grows to the count in steps, so that the page reacts to presses in between. */
function useSteps(count: number, isPrinting: boolean): number {
  const [drawnCount, setDrawnCount] = useState(rowsPerStep);
  const canGrow = useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false, // `renderToStaticMarkup` draws only once
  );

  // An effect, because it runs when the step before is on the page.
  useEffect(() => {
    if (drawnCount < count && !isPrinting) startTransition(() => setDrawnCount(drawnCount + rowsPerStep));
  }, [drawnCount, count, isPrinting]);

  return isPrinting || !canGrow ? count : Math.min(drawnCount, count);
}

function moreLabel(leftCount: number, pageSize: number, { one, many }: Noun): string {
  if (leftCount === 1) return `Show the last ${one}`;
  if (leftCount <= pageSize) return `Show the last ${leftCount} ${many}`;
  return `Show ${pageSize} more ${many} (${leftCount} left)`;
}

function leftOutText(leftCount: number, { one, many }: Noun): string {
  if (leftCount === 1) return `1 more ${one} is left out here.`;
  return `${leftCount} more ${many} are left out here.`;
}

let isPrinting = false;

function useIsPrinting(): boolean {
  const read = () => isPrinting;
  return useSyncExternalStore(watchPrinting, read, read);
}

/** A print style cannot show rows that are not rendered, so React renders them before the browser prints. */
function watchPrinting(onChange: () => void) {
  const onPrintEvent = ({ type }: Event) => {
    isPrinting = type === 'beforeprint';
    onChange();
  };
  window.addEventListener('beforeprint', onPrintEvent);
  window.addEventListener('afterprint', onPrintEvent);
  return () => {
    window.removeEventListener('beforeprint', onPrintEvent);
    window.removeEventListener('afterprint', onPrintEvent);
  };
}
