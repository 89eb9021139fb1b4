import type { SubscriptionEvent } from './subscription-events.ts';
import { timelineEntries } from './timeline-entries.ts';

/** A list that looks like a timeline: each entry has a bar, a name and a date. On a phone it runs downwards. */
export function SubscriptionTimeline({ events }: { events: readonly SubscriptionEvent[] }) {
  const entries = timelineEntries(events);
  if (entries.length === 0) return null;
  return (
    <div className="grid gap-2">
      <ol aria-label="Your story with Plex" className="timeline">
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
