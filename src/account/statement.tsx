import { useDeferredValue, useState } from 'react';
import { Panel, PanelBoundary } from '../ui/panel.tsx';
import type { PanelProps } from './panel-props.ts';
import { sections } from './sections.tsx';

/** With what stands above it, it fills the first screen. */
const firstSection = 'profile';

/**
 * The panels. Those that nobody sees yet are drawn once the first have been painted, so that a long account opens as
 * fast as a short one; until then their headings stand for them.
 */
export function Statement(panelProps: Omit<PanelProps, 'id' | 'title'>) {
  const [first] = useState(() => [firstSection, location.hash.slice(1)]);
  const isWhole = useDeferredValue(true, false);
  return sections.map(({ Panel: Inside, ...section }) => (
    <PanelBoundary key={section.id} {...section}>
      {isWhole || first.includes(section.id) ? (
        <Inside {...section} {...panelProps} />
      ) : (
        <Panel {...section}>{null}</Panel>
      )}
    </PanelBoundary>
  ));
}
