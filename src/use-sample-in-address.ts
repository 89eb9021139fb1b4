import { useEffect, useState } from 'react';
import { sampleInFragment } from './ui/address-fragment.ts';

/**
 * The sample account in the address, which decides whether the page shows the sample. `isReturn`: the address has led
 * into the sample, or out of it, since the page was opened.
 */
export function useSampleInAddress() {
  const [state, setState] = useState(() => ({ sample: sampleInFragment(), isReturn: false }));

  // Links, Back and Forward change the address at any time.
  useEffect(() => {
    const onHashChange = () => {
      const sample = sampleInFragment();
      setState((current) => (current.sample === sample ? current : { sample, isReturn: true }));
    };
    addEventListener('hashchange', onHashChange);
    return () => removeEventListener('hashchange', onHashChange);
  }, []);

  return state;
}
