import { useEffect, useState } from 'react';
import { sampleInFragment } from './ui/address-fragment.ts';

/** Marks the history entries outside the sample. A link inside the sample creates an entry without a mark. */
export const outsideSample = 'outside the sample';

/**
 * The sample account in the address, which decides whether the page shows the sample. `isReturn`: the address has led
 * into the sample, or out of it, since the page was opened. Call `readAddress` after a change of the history.
 */
export function useSampleInAddress() {
  const [state, setState] = useState(() => ({ sample: sampleInFragment(), isReturn: false }));

  function readAddress() {
    const sample = sampleInFragment();
    if (sample === undefined) history.replaceState(history.state ?? outsideSample, '');
    setState((current) => (current.sample === sample ? current : { sample, isReturn: true }));
  }

  // Links, Back and Forward change the address at any time.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the function uses nothing that changes
  useEffect(() => {
    readAddress();
    addEventListener('hashchange', readAddress);
    return () => removeEventListener('hashchange', readAddress);
  }, []);

  return { ...state, readAddress };
}
