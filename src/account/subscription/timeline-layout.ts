import type { EventKind, SubscriptionEvent } from './subscription-events.ts';

/** Positions are fractions of the length of the line, from 0 to 1. */
type Bar = { kind: EventKind; from: number; to: number; isStartUnknown: boolean };
type Mark = { kind: EventKind; at: number };
type TimelineLayout = { bars: Bar[]; marks: Mark[]; years: { year: number; at: number }[] };

const yearMs = 365.2425 * 24 * 60 * 60 * 1000;
/** The length of a bar with an unknown start, and the shortest visible length, as fractions of the line. */
const unknownLength = 0.06;
const minLength = 0.012;
/** The line ends here: dates further away would squeeze all others together. */
const maxYears = { before: 60, after: 10 };
/** More bars would be too narrow to see. The list shows all events. */
const maxBars = 60;

/** The positions of all events on a line. Undefined if fewer than two dates are known. */
export function timelineLayout(events: readonly SubscriptionEvent[], now: Date): TimelineLayout | undefined {
  const times = events.flatMap(({ start, end }) => [start, end]).flatMap((date) => date?.getTime() ?? []);
  const first = Math.max(Math.min(...bounds(times)), now.getTime() - maxYears.before * yearMs);
  const last = Math.min(Math.max(...bounds(times)), now.getTime() + maxYears.after * yearMs);
  if (last <= first) return undefined;
  const position = (date: Date) => Math.min(1, Math.max(0, (date.getTime() - first) / (last - first)));
  const periods = events.filter(({ kind, end }) => isPeriod(kind) && (end || kind === 'current'));
  return {
    bars: periods.slice(-maxBars).map((event) => barOf(event, position, now)),
    marks: events.flatMap(({ kind, start }) => (!isPeriod(kind) && start ? { kind, at: position(start) } : [])),
    years: yearsBetween(new Date(first), new Date(last)).map(({ year, date }) => ({ year, at: position(date) })),
  };
}

/** `Math.min(...times)` overflows the stack for very long lists. */
function bounds(times: readonly number[]): [number, number] {
  return times.reduce<[number, number]>(
    ([min, max], time) => [Math.min(min, time), Math.max(max, time)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
}

function isPeriod(kind: EventKind): boolean {
  return kind === 'trial' || kind === 'past' || kind === 'current';
}

function barOf({ kind, start, end }: SubscriptionEvent, position: (date: Date) => number, now: Date): Bar {
  const to = position(end ?? now);
  const from = start ? position(start) : to - unknownLength;
  return { kind, from: Math.max(0, Math.min(from, to - minLength)), to, isStartUnknown: !start };
}

/** 1 January of every year, or of every 2nd, 5th or 10th year, so that the line has at most five labels. */
function yearsBetween(first: Date, last: Date): { year: number; date: Date }[] {
  const span = last.getUTCFullYear() - first.getUTCFullYear();
  const step = [1, 2, 5, 10, 20].find((years) => span / years <= 5) ?? 50;
  const years: { year: number; date: Date }[] = [];
  for (let year = first.getUTCFullYear() + 1; year <= last.getUTCFullYear(); year++) {
    if (year % step === 0) years.push({ year, date: new Date(Date.UTC(year, 0, 1)) });
  }
  return years;
}
