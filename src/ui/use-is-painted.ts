import { startTransition, useEffect, useState } from 'react';

/** A hidden tab paints nothing, but its page should be complete when it is shown or printed. */
const maxWaitMs = 500;

/** Whether the browser has painted the component for the first time. What follows then cannot delay that paint. */
export function useIsPainted(): boolean {
  const [isPainted, setPainted] = useState(false);

  // Only the browser knows when it paints.
  useEffect(() => {
    const show = () => {
      clearTimeout(timer);
      startTransition(() => setPainted(true));
    };
    // In the frame after the one that paints the component.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(show);
    });
    const timer = setTimeout(show, maxWaitMs);
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, []);

  return isPainted;
}
