import { emptyCount, Facts, FieldList } from '../../ui/facts.tsx';
import { Fold } from '../../ui/fold.tsx';
import { Answer, Panel } from '../../ui/panel.tsx';
import { Terms } from '../../ui/terms.tsx';
import type { PanelProps } from '../facts/panel-props.ts';
import { plexHomeView } from './plex-home.ts';
import { plexHomeTerms } from './plex-home-terms.ts';

export function PlexHomePanel({ account, now: _, ...panel }: PanelProps) {
  const { answer, remarks, aside, seats, highlights, facts } = plexHomeView(account);
  return (
    <Panel {...panel} aside={aside}>
      <Answer remarks={remarks}>{answer}</Answer>
      {seats && <Seats {...seats} />}
      <Facts facts={highlights} />
      <Fold title={`All ${facts.length} fields`} count={emptyCount(facts)}>
        <FieldList facts={facts} />
        <Terms terms={plexHomeTerms} />
      </Fold>
    </Panel>
  );
}

/** Hidden from assistive technology: the line above says the same. */
function Seats({ taken, all }: { taken: number; all: number }) {
  return (
    <div aria-hidden="true" className="flex max-w-130 gap-1">
      {Array.from({ length: all }, (_, seat) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: a seat has no identity but its number
          key={seat}
          className={`seat h-2.5 flex-1 rounded-sm border ${seat < taken ? 'seat-taken border-text bg-text' : 'border-edge'}`}
        />
      ))}
    </div>
  );
}
