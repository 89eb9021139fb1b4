import { Facts } from '../../ui/facts.tsx';
import { Answer, Panel } from '../../ui/panel.tsx';
import { Terms } from '../../ui/terms.tsx';
import type { PanelProps } from '../facts/panel-props.ts';
import { plexHomeView } from './plex-home.ts';
import { plexHomeTerms } from './plex-home-terms.ts';

export function PlexHomePanel({ account, now: _, ...panel }: PanelProps) {
  const { answer, remarks, badge, seats, facts } = plexHomeView(account);
  return (
    <Panel {...panel} badge={badge}>
      <Answer remarks={remarks}>{answer}</Answer>
      {seats && <Seats {...seats} />}
      <Facts facts={facts} />
      <Terms terms={plexHomeTerms} />
    </Panel>
  );
}

/** Hidden from assistive technology: the answer above says the same. */
function Seats({ taken, all }: { taken: number; all: number }) {
  return (
    <div aria-hidden="true" className="flex gap-1">
      {Array.from({ length: all }, (_, seat) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a seat has no identity but its number
        <span key={seat} className={`seat h-2 flex-1 rounded-full ${seatLook(seat, taken)}`} />
      ))}
    </div>
  );
}

function seatLook(seat: number, taken: number): string {
  if (seat === 0) return 'seat-taken bg-accent';
  return seat < taken ? 'seat-taken bg-text' : 'bg-sunken';
}
