import type { EventKind, SubscriptionEvent } from './subscription-events.ts';

/** Places are fractions of the line's length, from 0 to 1. */
type Bar = { kind: EventKind; from: number; to: number; isStartUnknown: boolean };
type Mark = { kind: EventKind; at: number };
type TimelineLayout = { bars: Bar[]; marks: Mark[]; years: { year: number; at: number }[] };

const yearMs = 365.2425 * 24 * 60 * 60 * 1000;
/** How much of the line a period of unknown length gets, and the least that can be seen. */
const unknownLength = 0.06;
const leastLength = 0.012;
/** Dates further away than this would press all others into a corner: the line ends here. */
const longestYears = { before: 60, after: 10 };
/** More bars than this cannot be told apart; the list beside the line has them all. */
const mostBars = 60;

/** Where everything of a story lies on a line. Undefined when fewer than two moments are known. */
export function timelineLayout(events: readonly SubscriptionEvent[], now: Date): TimelineLayout | undefined {
  const times = events.flatMap(({ start, end }) => [start, end]).flatMap((date) => date?.getTime() ?? []);
  const first = Math.max(Math.min(...bounds(times)), now.getTime() - longestYears.before * yearMs);
  const last = Math.min(Math.max(...bounds(times)), now.getTime() + longestYears.after * yearMs);
  if (last <= first) return undefined;
  const place = (date: Date) => Math.min(1, Math.max(0, (date.getTime() - first) / (last - first)));
  const periods = events.filter(({ kind, end }) => isPeriod(kind) && (end || kind === 'current'));
  return {
    bars: periods.slice(-mostBars).map((event) => barOf(event, place, now)),
    marks: events.flatMap(({ kind, start }) => (!isPeriod(kind) && start ? { kind, at: place(start) } : [])),
    years: yearsBetween(new Date(first), new Date(last)).map(({ year, date }) => ({ year, at: place(date) })),
  };
}

/** `Math.min(...times)` of very long lists overflows the stack. */
function bounds(times: readonly number[]): [number, number] {
  return times.reduce<[number, number]>(
    ([least, most], time) => [Math.min(least, time), Math.max(most, time)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
}

function isPeriod(kind: EventKind): boolean {
  return kind === 'trial' || kind === 'past' || kind === 'current';
}

function barOf({ kind, start, end }: SubscriptionEvent, place: (date: Date) => number, now: Date): Bar {
  const to = place(end ?? now);
  const from = start ? place(start) : to - unknownLength;
  return { kind, from: Math.max(0, Math.min(from, to - leastLength)), to, isStartUnknown: !start };
}

/** The first of January of every year, or of every 2nd, 5th, 10th, so that at most five stand on the line. */
function yearsBetween(first: Date, last: Date): { year: number; date: Date }[] {
  const span = last.getUTCFullYear() - first.getUTCFullYear();
  const step = [1, 2, 5, 10, 20].find((years) => span / years <= 5) ?? 50;
  const years: { year: number; date: Date }[] = [];
  for (let year = first.getUTCFullYear() + 1; year <= last.getUTCFullYear(); year++) {
    if (year % step === 0) years.push({ year, date: new Date(Date.UTC(year, 0, 1)) });
  }
  return years;
}
