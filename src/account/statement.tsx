import { useState } from 'react';
import { sectionInFragment } from '../ui/address-fragment.ts';
import { PanelBoundary } from '../ui/panel.tsx';
import type { PanelProps } from './facts/panel-props.ts';
import { sections, sideBySideIds } from './sections.tsx';
import { useSectionInAddress } from './use-section-in-address.ts';

/** This section and the header fill the first screen, so they are drawn first. */
const firstSection = 'subscription';

/** Panels with longer lists stand below each other. */
const maxBandRows = 6;

type StatementProps = Omit<PanelProps, 'id' | 'title'> & {
  /** Whether to draw all panels, and not only those of the first screen. */
  isFullyDrawn: boolean;
};

export function Statement({ isFullyDrawn, ...panelProps }: StatementProps) {
  useSectionInAddress(isFullyDrawn);
  const [firstIds] = useState(() => [firstSection, sectionInFragment()]);
  const { pastSubscriptions, trials } = panelProps.account;
  const isBandShort = [pastSubscriptions, trials].every((records) => (records?.length ?? 0) <= maxBandRows);

  function panels(from: number, end?: number) {
    const drawn = sections.slice(from, end).filter(({ id }) => isFullyDrawn || firstIds.includes(id));
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
    </>
  );
}
