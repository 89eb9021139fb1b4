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

/** A time without a subscription. */
type Gap = { kind: 'gap'; title: string; days: number };
/** Stands for the oldest events. */
type Earlier = { kind: 'earlier'; count: number; last: SubscriptionEvent | undefined };
type Step = SubscriptionEvent | Gap | Earlier;

/** The entries of the timeline, in order. Empty without a trial or a subscription. */
export function timelineEntries(events: readonly SubscriptionEvent[]): TimelineEntry[] {
  if (events.every(({ kind }) => kind === 'joined' || kind === 'today')) return [];
  const steps: (SubscriptionEvent | Gap)[] = [];
  for (const [index, event] of events.entries()) {
    const gap = gapBefore(event, events[index - 1]);
    if (gap) steps.push(gap);
    steps.push(event);
  }
  return shorten(steps).map(entryOf);
}

function entryOf(step: Step): TimelineEntry {
  switch (step.kind) {
    case 'gap':
      return { kind: 'gap', title: step.title, when: `for ${duration(step.days)}`, isStartUnknown: false };
    case 'earlier':
      return { kind: 'earlier', title: `${step.count} earlier`, when: whenEnded(step.last?.end), isStartUnknown: true };
    case 'joined':
      return { kind: 'joined', title: 'Joined', when: formatIfKnown(step.start), isStartUnknown: false };
    case 'today':
      return { kind: 'today', title: 'Today', when: '', isStartUnknown: false };
    case 'renews':
    case 'ends':
      return { kind: 'remaining', title: step.title, when: formatIfKnown(step.start), isStartUnknown: false };
    case 'current': {
      const when = step.start ? `since ${formatShortDate(step.start)}` : 'start unknown';
      return { kind: 'current', title: shortTitle(step), when, isStartUnknown: !step.start };
    }
    default:
      return { kind: step.kind, title: shortTitle(step), when: whenEnded(step.end), isStartUnknown: !step.start };
  }
}

function formatIfKnown(date: Date | undefined): string {
  return date ? formatShortDate(date) : '';
}

function whenEnded(end: Date | undefined): string {
  return end ? `until ${formatShortDate(end)}` : 'dates unknown';
}

/** "Monthly Plex Pass, cancelled" as "Monthly Pass", because there is little room. The answer has the full name. */
function shortTitle({ title }: SubscriptionEvent): string {
  return title.replace(/, cancelled$/, '').replace(/^(.+) Plex Pass$/, '$1 Pass');
}

/** The time without a Plex Pass or another subscription before an event, if both of its ends are known. */
function gapBefore({ kind, start }: SubscriptionEvent, before: SubscriptionEvent | undefined): Gap | undefined {
  const isAfterPeriod = before?.kind === 'past' || before?.kind === 'trial';
  if (!start || !isAfterPeriod || !before.end) return undefined;
  if (kind !== 'current' && kind !== 'today' && kind !== 'past') return undefined;
  const days = (start.getTime() - before.end.getTime()) / dayMs;
  return days < minGapDays ? undefined : { kind: 'gap', title: before.isOther ? 'No subscription' : 'No Pass', days };
}

/** "a year", "7 months" */
function duration(days: number): string {
  const months = Math.round(days / 30.44);
  if (months < 12) return months === 1 ? 'a month' : `${months} months`;
  const years = Math.round(days / 365.25);
  return years === 1 ? 'a year' : `${years} years`;
}

/** Replaces the oldest trials and subscriptions by one entry. Their own panels show them. */
function shorten(steps: readonly (SubscriptionEvent | Gap)[]): Step[] {
  const counted = steps.filter(({ kind }) => kind !== 'today').length;
  if (counted <= maxEntries) return [...steps];
  const past = steps.filter(({ kind }) => kind === 'trial' || kind === 'past' || kind === 'gap');
  const older = new Set(past.slice(0, counted - maxEntries + 1));
  const olderEvents = [...older].filter((step) => step.kind !== 'gap');
  if (olderEvents.length === 0) return [...steps];
  const earlier: Earlier = { kind: 'earlier', count: olderEvents.length, last: olderEvents.at(-1) };
  const rest = steps.filter((step) => !older.has(step));
  const place = steps[0]?.kind === 'joined' ? 1 : 0;
  return [...rest.slice(0, place), earlier, ...rest.slice(place)];
}
