import { useState } from 'react';
import { Panel, PanelBoundary } from '../ui/panel.tsx';
import type { PanelProps } from './facts/panel-props.ts';
import { sections } from './sections.tsx';
import { useSectionInAddress } from './use-section-in-address.ts';

/** This section and the header fill the first screen. */
const firstSection = 'profile';

type StatementProps = Omit<PanelProps, 'id' | 'title'> & {
  /** Whether to draw all panels. Until then, panels below the first screen are only headings. */
  isFullyDrawn: boolean;
};

export function Statement({ isFullyDrawn, ...panelProps }: StatementProps) {
  useSectionInAddress(isFullyDrawn);
  const [firstIds] = useState(() => [firstSection, location.hash.slice(1)]);
  return sections.map(({ Panel: SectionPanel, ...section }) => (
    <PanelBoundary key={section.id} {...section} resetKey={panelProps.account}>
      {isFullyDrawn || firstIds.includes(section.id) ? (
        <SectionPanel {...section} {...panelProps} />
      ) : (
        <Panel {...section}>{null}</Panel>
      )}
    </PanelBoundary>
  ));
}
