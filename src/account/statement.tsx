import { useState } from 'react';
import { sectionInFragment } from '../ui/address-fragment.ts';
import { Panel, PanelBoundary } from '../ui/panel.tsx';
import type { PanelProps } from './facts/panel-props.ts';
import { sections, sideBySideIds } from './sections.tsx';
import { useSectionInAddress } from './use-section-in-address.ts';

/** This section and the header fill the first screen, so they are drawn first. */
const firstSection = 'subscription';

/** Panels with longer lists stand below each other. */
const maxBandRows = 6;

type StatementProps = Omit<PanelProps, 'id' | 'title'> & {
  /** Whether to draw all panels. Until then, panels below the first screen are only headings. */
  isFullyDrawn: boolean;
};

export function Statement({ isFullyDrawn, ...panelProps }: StatementProps) {
  useSectionInAddress(isFullyDrawn);
  const [firstIds] = useState(() => [firstSection, sectionInFragment()]);
  const { pastSubscriptions, trials } = panelProps.account;
  const isBandShort = [pastSubscriptions, trials].every((records) => (records?.length ?? 0) <= maxBandRows);

  function panel({ Panel: SectionPanel, ...section }: (typeof sections)[number]) {
    return (
      <PanelBoundary key={section.id} {...section} resetKey={panelProps.account}>
        {isFullyDrawn || firstIds.includes(section.id) ? (
          <SectionPanel {...section} {...panelProps} />
        ) : (
          <Panel {...section}>{null}</Panel>
        )}
      </PanelBoundary>
    );
  }

  const sideBySideStart = sections.findIndex(({ id }) => sideBySideIds.includes(id));
  const sideBySideEnd = sideBySideStart + sideBySideIds.length;
  return (
    <>
      {sections.slice(0, sideBySideStart).map(panel)}
      <div className={`band ${isBandShort ? 'is-short' : ''}`}>
        {sections.slice(sideBySideStart, sideBySideEnd).map(panel)}
      </div>
      {sections.slice(sideBySideEnd).map(panel)}
    </>
  );
}
