import { usePaged } from '../../ui/use-paged.tsx';
import { formatDate } from '../facts/format-date.ts';
import type { EventKind, SubscriptionEvent } from './subscription-events.ts';
import { timelineLayout } from './timeline-layout.ts';

const barClasses: Partial<Record<EventKind, string>> = {
  trial: 'fill-sunken stroke-edge',
  past: 'fill-edge',
  current: 'fill-accent',
};

const dotClasses: Record<EventKind, string> = {
  joined: 'bg-text',
  trial: 'border border-edge',
  past: 'bg-edge',
  current: 'bg-accent',
  today: 'bg-text',
  renews: 'border-2 border-text',
  ends: 'border-2 border-text',
};

type SubscriptionTimelineProps = { events: readonly SubscriptionEvent[]; now: Date };

/** The events as a line, and in words below it. */
export function SubscriptionTimeline({ events, now }: SubscriptionTimelineProps) {
  const { shown, more } = usePaged(events, 20, { one: 'event', many: 'events' });
  return (
    <div className="grid gap-3">
      <Line events={events} now={now} />
      <ol aria-label="Your story with Plex" className="grid gap-1">
        {shown.map((event, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two trials may be equal, and the list never reorders
          <li key={index} className="flex items-baseline gap-2">
            <span aria-hidden="true" className={`dot size-2.5 shrink-0 rounded-full ${dotClasses[event.kind]}`} />
            <span>
              <strong className="font-semibold">{event.title}</strong> <span className="text-muted">{when(event)}</span>
            </span>
          </li>
        ))}
      </ol>
      {more}
    </div>
  );
}

function when({ kind, start, end }: SubscriptionEvent): string {
  if (kind === 'current') return start ? `since ${formatDate(start)}` : 'start unknown';
  if (kind === 'trial' || kind === 'past') {
    if (!end) return 'dates unknown';
    return start ? `${formatDate(start)} to ${formatDate(end)}` : `until ${formatDate(end)}, start unknown`;
  }
  return start ? formatDate(start) : '';
}

/** Uses percent, so that it scales to any width. Hidden from assistive technology: the list says the same in words. */
function Line({ events, now }: SubscriptionTimelineProps) {
  const layout = timelineLayout(events, now);
  if (!layout) return null;
  const percent = (position: number) => `${(position * 100).toFixed(2)}%`;
  return (
    <svg aria-hidden="true" height="56" className="w-full overflow-visible">
      <line x1="0" x2="100%" y1="20" y2="20" className="stroke-line" strokeWidth="2" />
      {layout.years.map(({ year, at }) => (
        <g key={year}>
          <line x1={percent(at)} x2={percent(at)} y1="32" y2="37" className="stroke-edge" />
          {at > 0.03 && at < 0.97 && (
            <text x={percent(at)} y="51" textAnchor="middle" className="fill-muted text-fine">
              {year}
            </text>
          )}
        </g>
      ))}
      {layout.bars.map(({ kind, from, to, isStartUnknown }, index) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: two bars may be equal, and they never reorder
          key={index}
          x={percent(from)}
          width={percent(to - from)}
          y="13"
          height="14"
          rx="3"
          className={isStartUnknown ? 'fill-ground stroke-edge' : barClasses[kind]}
          strokeDasharray={isStartUnknown ? '3 3' : undefined}
        />
      ))}
      {layout.marks.map(({ kind, at }, index) => (
        <circle
          // biome-ignore lint/suspicious/noArrayIndexKey: two subscriptions may renew on the same day
          key={index}
          cx={percent(at)}
          cy="20"
          r="5"
          className={kind === 'today' || kind === 'joined' ? 'fill-text' : 'fill-ground stroke-text'}
          strokeWidth="2"
        />
      ))}
    </svg>
  );
}
