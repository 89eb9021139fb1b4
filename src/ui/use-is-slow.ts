import { useEffect, useState } from 'react';

const slowAfterMs = 10_000;

/** True after 10 seconds of waiting. By then a person wants a message and a way to cancel. */
export function useIsSlow(isPending: boolean): boolean {
  const [isSlow, setSlow] = useState(false);

  // A timer is outside React.
  useEffect(() => {
    if (!isPending) return;
    const timer = setTimeout(() => setSlow(true), slowAfterMs);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [isPending]);

  return isSlow;
}
