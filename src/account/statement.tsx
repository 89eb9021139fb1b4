import { useState } from 'react';
import { Panel, PanelBoundary } from '../ui/panel.tsx';
import type { PanelProps } from './facts/panel-props.ts';
import { sections } from './sections.tsx';

/** With what stands above it, it fills the first screen. */
const firstSection = 'profile';

type StatementProps = Omit<PanelProps, 'id' | 'title'> & {
  /** Whether to draw the panels that nobody sees yet; until then their headings stand for them. */
  isFullyDrawn: boolean;
};

/** The panels. */
export function Statement({ isFullyDrawn, ...panelProps }: StatementProps) {
  const [first] = useState(() => [firstSection, location.hash.slice(1)]);
  return sections.map(({ Panel: Inside, ...section }) => (
    <PanelBoundary key={section.id} {...section} resetKey={panelProps.account}>
      {isFullyDrawn || first.includes(section.id) ? (
        <Inside {...section} {...panelProps} />
      ) : (
        <Panel {...section}>{null}</Panel>
      )}
    </PanelBoundary>
  ));
}
