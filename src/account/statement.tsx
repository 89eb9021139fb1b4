import { useState } from 'react';
import { sectionInFragment } from '../ui/address-fragment.ts';
import { Panel, PanelBoundary } from '../ui/panel.tsx';
import type { PanelProps } from './facts/panel-props.ts';
import { bandIds, sections } from './sections.tsx';
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

  const bandStart = sections.findIndex(({ id }) => bandIds.includes(id));
  const bandEnd = bandStart + bandIds.length;
  return (
    <>
      {sections.slice(0, bandStart).map(panel)}
      <div className={`band ${isBandShort ? 'is-short' : ''}`}>{sections.slice(bandStart, bandEnd).map(panel)}</div>
      {sections.slice(bandEnd).map(panel)}
    </>
  );
}
