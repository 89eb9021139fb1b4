import { memo, useState } from 'react';
import { sectionInFragment } from '../ui/address-fragment.ts';
import { PanelBoundary } from '../ui/panel.tsx';
import type { PanelProps } from './facts/panel-props.ts';
import { PrintedNote } from './printed-note.tsx';
import { type Section, sectionRows, sections } from './sections.tsx';
import { useSectionInAddress } from './use-section-in-address.ts';
import { useStepCount } from './use-step-count.ts';

/** One panel is in the first paint. The layout of all others at once takes too long for one frame on a phone. */
const steps = { first: 1, perStep: 3, total: sections.length };

/** Panels with longer lists stand below each other. */
const maxBandRows = 6;

type StatementProps = Omit<PanelProps, 'id' | 'title'> & {
  isPainted: boolean;
};

/** All panels. With the same props it is not drawn again, because it may be long. */
export const Statement = memo(function Statement({ isPainted, ...panelProps }: StatementProps) {
  const drawnCount = useStepCount(isPainted, steps);
  const isFullyDrawn = drawnCount >= sections.length;
  useSectionInAddress(isFullyDrawn);
  const [linkedId] = useState(sectionInFragment);
  const { pastSubscriptions, trials } = panelProps.account;
  const isBandShort = [pastSubscriptions, trials].every((records) => (records?.length ?? 0) <= maxBandRows);

  function draw(row: readonly Section[]) {
    const drawn = row.filter((section) => sections.indexOf(section) < drawnCount || section.id === linkedId);
    const panels = drawn.map(({ Panel, ...section }) => (
      <PanelBoundary key={section.id} {...section} resetKey={panelProps.account}>
        <Panel {...section} {...panelProps} />
      </PanelBoundary>
    ));
    if (row.length === 1 || panels.length === 0) return panels;
    return (
      <div key={row[0]?.id} className={`band ${isBandShort ? 'is-short' : ''}`}>
        {panels}
      </div>
    );
  }

  const linkedRowIndex = sectionRows.findIndex((row) => row.some(({ id }) => id === linkedId));
  const rowsAbove = linkedRowIndex === -1 ? sectionRows.length : linkedRowIndex;
  return (
    <>
      {sectionRows.slice(0, rowsAbove).map(draw)}
      <div className={linkedRowIndex === -1 ? undefined : 'linked-and-below'}>
        {sectionRows.slice(rowsAbove).map(draw)}
        {isFullyDrawn && <PageEnd now={panelProps.now} />}
      </div>
    </>
  );
});

function PageEnd({ now }: { now: Date }) {
  return (
    <>
      <PrintedNote now={now} />
      <footer className="border-t border-rule pt-4 pb-5 text-fine text-muted print:hidden">
        An unofficial, open-source page, not made by Plex.
      </footer>
    </>
  );
}
