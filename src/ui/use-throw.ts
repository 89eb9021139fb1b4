import { useCallback, useState } from 'react';

/** A function for an error that happens outside React's drawing: the nearest boundary then shows it. */
export function useThrow(): (error: unknown) => void {
  const [, setState] = useState<undefined>();
  return useCallback((error) => {
    setState(() => {
      throw error;
    });
  }, []);
}
