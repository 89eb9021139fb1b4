import { memo, startTransition, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { sectionInFragment } from '../ui/address-fragment.ts';
import { PanelBoundary } from '../ui/panel.tsx';
import type { PanelProps } from './facts/panel-props.ts';
import { PrintedNote } from './printed-note.tsx';
import { sections, sideBySideIds } from './sections.tsx';
import { useSectionInAddress } from './use-section-in-address.ts';

/** The other panels follow in steps after the first paint. */
const panelsOfFirstScreen = 1;
/** The layout of all panels at once takes too long for one frame on a phone. */
const panelsPerStep = 3;

/** Panels with longer lists stand below each other. */
const maxBandRows = 6;

type StatementProps = Omit<PanelProps, 'id' | 'title'> & {
  isFirstPaintDone: boolean;
};

/** All panels. With the same props it is not drawn again, because it may be long. */
export const Statement = memo(function Statement({ isFirstPaintDone, ...panelProps }: StatementProps) {
  const drawnCount = useDrawnCount(isFirstPaintDone);
  const isFullyDrawn = drawnCount >= sections.length;
  useSectionInAddress(isFullyDrawn);
  const [linkedId] = useState(sectionInFragment);
  const { pastSubscriptions, trials } = panelProps.account;
  const isBandShort = [pastSubscriptions, trials].every((records) => (records?.length ?? 0) <= maxBandRows);

  function panels(from: number, to?: number) {
    const drawn = sections.slice(from, to).filter(({ id }, index) => from + index < drawnCount || id === linkedId);
    return drawn.map(({ Panel, ...section }) => (
      <PanelBoundary key={section.id} {...section} resetKey={panelProps.account}>
        <Panel {...section} {...panelProps} />
      </PanelBoundary>
    ));
  }

  const sideBySideStart = sections.findIndex(({ id }) => sideBySideIds.includes(id));
  const sideBySideEnd = sideBySideStart + sideBySideIds.length;
  const sideBySide = panels(sideBySideStart, sideBySideEnd);
  return (
    <>
      {panels(0, sideBySideStart)}
      {sideBySide.length > 0 && <div className={`band ${isBandShort ? 'is-short' : ''}`}>{sideBySide}</div>}
      {panels(sideBySideEnd)}
      {isFullyDrawn && <PageEnd now={panelProps.now} />}
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

/** How many panels to draw: a few more after each step, so that the page reacts to presses in between. */
function useDrawnCount(isFirstPaintDone: boolean): number {
  const [count, setCount] = useState(panelsOfFirstScreen);

  // An effect, because it runs when the step before is on the page.
  useEffect(() => {
    if (isFirstPaintDone && count < sections.length) startTransition(() => setCount(count + panelsPerStep));
  }, [isFirstPaintDone, count]);

  // The browser prints the page, or looks for the section of a link, right after these events.
  useEffect(() => {
    const drawAll = () => flushSync(() => setCount(sections.length));
    addEventListener('beforeprint', drawAll);
    addEventListener('hashchange', drawAll);
    return () => {
      removeEventListener('beforeprint', drawAll);
      removeEventListener('hashchange', drawAll);
    };
  }, []);

  return count;
}
