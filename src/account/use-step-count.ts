import { startTransition, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

type Steps = {
  /** How many parts to draw at first. */
  first: number;
  perStep: number;
  /** How many parts there are. */
  total: number;
};

/**
 * How many parts of the page to draw: some more after each step, so that the page reacts to presses in between. All of
 * them before the browser prints the page, or the page scrolls to the section of a link.
 *
 * @param isStarted whether to draw more than the first ones.
 */
export function useStepCount(isStarted: boolean, { first, perStep, total }: Steps): number {
  const [count, setCount] = useState(first);

  // An effect, because it runs when the step before is on the page.
  useEffect(() => {
    if (isStarted && count < total) startTransition(() => setCount(count + perStep));
  }, [isStarted, count, perStep, total]);

  // The browser prints, and the page scrolls, right after these events.
  useEffect(() => {
    const drawAll = () => flushSync(() => setCount(total));
    addEventListener('beforeprint', drawAll);
    addEventListener('hashchange', drawAll);
    return () => {
      removeEventListener('beforeprint', drawAll);
      removeEventListener('hashchange', drawAll);
    };
  }, [total]);

  return count;
}
