const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
const exact = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'long' });
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const relative = new Intl.RelativeTimeFormat('en-GB', { numeric: 'always' });

const minute = 60_000;
const units: [unit: Intl.RelativeTimeFormatUnit, milliseconds: number][] = [
  ['year', 365.2425 * 24 * 60 * minute],
  ['month', 30.436875 * 24 * 60 * minute],
  ['day', 24 * 60 * minute],
  ['hour', 60 * minute],
  ['minute', minute],
];

/** "26 April 2019" */
export function formatDate(date: Date): string {
  return day.format(date);
}

/** "26 April 2019 at 14:32:20 CEST" */
export function formatExact(date: Date): string {
  return exact.format(date);
}

/** "14:32" */
export function formatClock(date: Date): string {
  return clock.format(date);
}

/**
 * "7 years ago", "in 12 days", "now". Years and months count when they are full; days and what is shorter are rounded,
 * so that what ends in eleven days and 23 hours ends "in 12 days".
 */
export function formatRelative(date: Date, now: Date): string {
  const difference = date.getTime() - now.getTime();
  const [unit, length] = units.find(([, milliseconds]) => Math.abs(difference) >= milliseconds) ?? [];
  if (!unit || !length) return 'now';
  const count = difference / length;
  return relative.format(unit === 'year' || unit === 'month' ? Math.trunc(count) : Math.round(count), unit);
}

/** "12 days from now", "3 years ago": for the end of a sentence. */
export function formatFromNow(date: Date, now: Date): string {
  return formatRelative(date, now).replace(/^in (.*)$/, '$1 from now');
}
