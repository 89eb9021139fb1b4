import { useEffect, useEffectEvent, useState } from 'react';
import { fragmentWithSample, sampleInFragment } from './ui/address-fragment.ts';

/** Marks the history entries of this page outside the sample. A link creates an entry without a mark. */
const outsideSample = 'outside the sample';

/** The sample account in the address, which decides whether the page shows the sample. */
export function useSampleInAddress() {
  const [{ sample, isReturn }, setState] = useState(() => ({ sample: sampleInFragment(), isReturn: false }));

  function readAddress() {
    const next = sampleInFragment();
    if (next === undefined) history.replaceState(history.state ?? outsideSample, '');
    if (next !== sample) setState({ sample: next, isReturn: true });
  }

  const handleHashChange = useEffectEvent(() => {
    // A link to a section of the sample's account: the address keeps the sample.
    const isSectionLink = sample !== undefined && history.state === null && location.hash && !isSampleInAddress();
    if (isSectionLink) history.replaceState(null, '', fragmentWithSample(sample));
    readAddress();
  });

  // Links, Back and Forward change the address at any time.
  useEffect(() => {
    if (!isSampleInAddress()) history.replaceState(history.state ?? outsideSample, '');
    const onHashChange = () => handleHashChange();
    addEventListener('hashchange', onHashChange);
    return () => removeEventListener('hashchange', onHashChange);
  }, []);

  return {
    sample,
    /** Whether the address has led into the sample, or out of it, since the page was opened. */
    isReturn,
    openSample() {
      if (sample !== undefined) return;
      history.pushState(null, '', fragmentWithSample(''));
      readAddress();
    },
    changeSample(name: string) {
      history.replaceState(history.state, '', fragmentWithSample(name));
      readAddress();
    },
    leaveSample() {
      history.replaceState(outsideSample, '', location.pathname + location.search);
      readAddress();
    },
  };
}

function isSampleInAddress(): boolean {
  return sampleInFragment() !== undefined;
}
