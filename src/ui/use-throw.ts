import { useState } from 'react';

/** A function for an error that happens outside React's drawing: the nearest boundary then shows it. */
export function useThrow(): (error: unknown) => void {
  const [failure, setFailure] = useState<{ error: unknown }>();
  if (failure) throw failure.error;
  // The same function at every drawing.
  const [fail] = useState(() => (error: unknown) => setFailure({ error }));
  return fail;
}
