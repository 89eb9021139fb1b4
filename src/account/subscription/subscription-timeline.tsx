import type { SubscriptionEvent } from './subscription-events.ts';
import { type TimelineEntry, timelineEntries } from './timeline-entries.ts';

/** The least and the usual width of a column, as a grid track. They are not to scale. */
const tracks: Record<TimelineEntry['kind'], string> = {
  joined: 'minmax(4.75rem, 0.9fr)',
  earlier: 'minmax(4.5rem, 0.9fr)',
  trial: 'minmax(5.25rem, 1fr)',
  past: 'minmax(5.25rem, 1fr)',
  gap: 'minmax(4.25rem, 0.65fr)',
  current: 'minmax(5.75rem, 1.15fr)',
  today: '0',
  left: 'minmax(5rem, 0.8fr)',
};

/** A list that draws itself: each entry has its bar, its name and its date. On a phone it runs downwards. */
export function SubscriptionTimeline({ events }: { events: readonly SubscriptionEvent[] }) {
  const entries = timelineEntries(events);
  if (entries.length === 0) return null;
  const columns = entries.map(({ kind }) => tracks[kind]);
  if (entries.at(-1)?.kind === 'today') columns[columns.length - 1] = '3.25rem';
  return (
    <div className="grid gap-2">
      <ol aria-label="Your story with Plex" className="timeline" style={{ gridTemplateColumns: columns.join(' ') }}>
        {entries.map(({ kind, title, when, isStartUnknown }, index) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: two trials may be equal, and the list never reorders
            key={index}
            data-kind={kind}
            data-fades={isStartUnknown || undefined}
          >
            <span className="timeline-bar" />
            <span className="timeline-title">{title}</span> <span className="timeline-when">{when}</span>
          </li>
        ))}
      </ol>
      <p className="text-fine text-muted">
        {entries.some(({ isStartUnknown }) => isStartUnknown) &&
          'Faded at the start: plex.tv did not say when it began. '}
        Widths are not to scale.
      </p>
    </div>
  );
}
