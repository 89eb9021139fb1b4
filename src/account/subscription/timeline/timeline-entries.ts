import { dayMs, formatShortDate } from '../../facts/format-date.ts';
import type { SubscriptionEvent } from './subscription-events.ts';

/** The kinds differ in form: dot, hatched bar, grey bar, line, amber bar, vertical line, dashed bar. */
export type TimelineEntry = {
  kind: 'joined' | 'earlier' | 'trial' | 'past' | 'gap' | 'current' | 'today' | 'remaining';
  title: string;
  when: string;
  /** plex.tv did not say when it began. */
  isStartUnknown: boolean;
};

/** A shorter pause between two records is no gap. */
const minGapDays = 31;
/** With more entries, the oldest become one. */
const maxEntries = 7;

/** The entries of the timeline, in order. Empty without a trial or a subscription. */
export function timelineEntries(events: readonly SubscriptionEvent[]): TimelineEntry[] {
  const entries = events.flatMap((event, index) => [...gapBefore(events, index), entryOf(event)]);
  if (entries.every(({ kind }) => kind === 'joined' || kind === 'today')) return [];
  return shorten(entries, events);
}

function entryOf(event: SubscriptionEvent): TimelineEntry {
  const { kind, start, end } = event;
  const isStartUnknown = !start;
  switch (kind) {
    case 'joined':
      return { kind, title: 'Joined', when: start ? formatShortDate(start) : '', isStartUnknown: false };
    case 'today':
      return { kind, title: 'Today', when: '', isStartUnknown: false };
    case 'renews':
    case 'ends':
      return {
        kind: 'remaining',
        title: event.title,
        when: start ? formatShortDate(start) : '',
        isStartUnknown: false,
      };
    case 'current':
      return {
        kind,
        title: shortTitle(event),
        when: start ? `since ${formatShortDate(start)}` : 'start unknown',
        isStartUnknown,
      };
    default:
      return {
        kind,
        title: shortTitle(event),
        // Only a few of many entries are shown, and dates are slow to format.
        get when() {
          return end ? `until ${formatShortDate(end)}` : 'dates unknown';
        },
        isStartUnknown,
      };
  }
}

/** "Monthly Plex Pass, cancelled" as "Monthly Pass", because there is little room. The answer has the full name. */
function shortTitle({ title }: SubscriptionEvent): string {
  return title.replace(/, cancelled$/, '').replace(/^(.+) Plex Pass$/, '$1 Pass');
}

/** The time without a Plex Pass or another subscription before an event, if both of its ends are known. */
function gapBefore(events: readonly SubscriptionEvent[], index: number): TimelineEntry[] {
  const { kind, start } = events[index] ?? {};
  const before = events[index - 1];
  const isAfterPeriod = before?.kind === 'past' || before?.kind === 'trial';
  if (!start || !isAfterPeriod || !before.end || (kind !== 'current' && kind !== 'today' && kind !== 'past')) return [];
  const days = (start.getTime() - before.end.getTime()) / dayMs;
  if (days < minGapDays) return [];
  const title = before.isOther ? 'No subscription' : 'No Pass';
  return [{ kind: 'gap', title, when: `for ${duration(days)}`, isStartUnknown: false }];
}

/** "a year", "7 months" */
function duration(days: number): string {
  const months = Math.round(days / 30.44);
  if (months < 12) return months === 1 ? 'a month' : `${months} months`;
  const years = Math.round(days / 365.25);
  return years === 1 ? 'a year' : `${years} years`;
}

/** Replaces the oldest trials and subscriptions by one entry. Their own panels show them. */
function shorten(entries: readonly TimelineEntry[], events: readonly SubscriptionEvent[]): TimelineEntry[] {
  const counted = entries.filter(({ kind }) => kind !== 'today').length;
  if (counted <= maxEntries) return [...entries];
  const isOlder = ({ kind }: TimelineEntry) => kind === 'trial' || kind === 'past' || kind === 'gap';
  const older = entries.filter(isOlder).slice(0, counted - maxEntries + 1);
  const last = older.findLast(({ kind }) => kind !== 'gap');
  const count = older.filter(({ kind }) => kind !== 'gap').length;
  const earlier: TimelineEntry = {
    kind: 'earlier',
    title: `${count} earlier`,
    when: last?.when ?? '',
    isStartUnknown: true,
  };
  const replaced = new Set(older);
  const rest = entries.filter((entry) => !replaced.has(entry));
  const place = events[0]?.kind === 'joined' ? 1 : 0;
  return [...rest.slice(0, place), earlier, ...rest.slice(place)];
}
