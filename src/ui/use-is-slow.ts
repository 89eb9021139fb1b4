import { useEffect, useState } from 'react';

/** True after 10 seconds of waiting, or after `afterMs`. By then a person wants a message and a way to cancel. */
export function useIsSlow(isPending: boolean, afterMs = 10_000): boolean {
  const [isSlow, setSlow] = useState(false);

  // The timer has to stop when the waiting ends.
  useEffect(() => {
    if (!isPending) return;
    const timer = setTimeout(() => setSlow(true), afterMs);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [isPending, afterMs]);

  return isSlow;
}
