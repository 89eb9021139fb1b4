import { useEffect, useState } from 'react';

const longMs = 10_000;

/** Whether something has been waited for so long that a person wants to hear of it, and to have a way out. */
export function useIsSlow(isPending: boolean): boolean {
  const [isLong, setLong] = useState(false);

  // The clock is outside React.
  useEffect(() => {
    if (!isPending) return;
    const timer = setTimeout(() => setLong(true), longMs);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [isPending]);

  return isLong;
}
