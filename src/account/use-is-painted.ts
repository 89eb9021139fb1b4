import { startTransition, useEffect, useState } from 'react';

/** A hidden tab paints nothing, but its page should be complete when it is shown or printed. */
const maxWaitMs = 500;

/** Whether the browser has painted the page with its content. What follows then cannot delay that paint. */
export function useIsPainted(hasContent: boolean): boolean {
  const [isPainted, setPainted] = useState(false);

  // Only the browser knows when it paints.
  useEffect(() => {
    if (!hasContent) return;
    const show = () => startTransition(() => setPainted(true));
    let timer = setTimeout(show, maxWaitMs);
    // The frame is painted after this call, and before the next timer.
    const frame = requestAnimationFrame(() => {
      clearTimeout(timer);
      timer = setTimeout(show);
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [hasContent]);

  return isPainted;
}
