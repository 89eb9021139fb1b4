import { type ReactNode, startTransition, useEffect, useState } from 'react';
import { sectionInFragment } from '../ui/address-fragment.ts';
import { PanelBoundary } from '../ui/panel.tsx';
import type { PanelProps } from './facts/panel-props.ts';
import { sections, sideBySideIds } from './sections.tsx';
import { useSectionInAddress } from './use-section-in-address.ts';

/** This section and the header fill the first screen, so they are drawn first. */
const firstSection = 'subscription';

/** The layout of all panels at once takes too long for one frame on a phone. */
const panelsPerStep = 3;

/** Panels with longer lists stand below each other. */
const maxBandRows = 6;

type StatementProps = Omit<PanelProps, 'id' | 'title'> & {
  /** Whether to draw all panels, and not only those of the first screen. */
  isFullyDrawn: boolean;
  /** Stands below the last panel. */
  end?: ReactNode;
};

export function Statement({ isFullyDrawn: isWanted, end, ...panelProps }: StatementProps) {
  const drawnCount = useDrawnCount(isWanted);
  const isFullyDrawn = drawnCount >= sections.length;
  useSectionInAddress(isFullyDrawn);
  const [firstIds] = useState(() => [firstSection, sectionInFragment()]);
  const { pastSubscriptions, trials } = panelProps.account;
  const isBandShort = [pastSubscriptions, trials].every((records) => (records?.length ?? 0) <= maxBandRows);

  function panels(from: number, to?: number) {
    const drawn = sections
      .slice(from, to)
      .filter(({ id }, index) => from + index < drawnCount || firstIds.includes(id));
    return drawn.map(({ Panel, ...section }) => (
      <PanelBoundary key={section.id} {...section} resetKey={panelProps.account}>
        <Panel {...section} {...panelProps} />
      </PanelBoundary>
    ));
  }

  const sideBySideStart = sections.findIndex(({ id }) => sideBySideIds.includes(id));
  const sideBySideEnd = sideBySideStart + sideBySideIds.length;
  return (
    <>
      {panels(0, sideBySideStart)}
      <div className={`band ${isBandShort ? 'is-short' : ''}`}>{panels(sideBySideStart, sideBySideEnd)}</div>
      {panels(sideBySideEnd)}
      {isFullyDrawn && end}
    </>
  );
}

/** How many panels to draw: a few more after each step, so that the page reacts to presses in between. */
function useDrawnCount(isWanted: boolean): number {
  const [count, setCount] = useState(isWanted ? sections.length : 0);

  // An effect, because it runs when the step before is on the page.
  useEffect(() => {
    if (isWanted && count < sections.length) startTransition(() => setCount(count + panelsPerStep));
  }, [isWanted, count]);

  return count;
}
