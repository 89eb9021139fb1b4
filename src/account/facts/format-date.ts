import { CalendarDay, isoDay } from '../../plex/account/calendar-day.ts';
import { lazyValue } from './lazy-value.ts';

const day = lazyValue(() => new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' }));
const shortDay = lazyValue(() => new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' }));
const dateTime = lazyValue(() => new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'long' }));
const time = lazyValue(() => new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }));
const relative = lazyValue(() => new Intl.RelativeTimeFormat('en-GB', { numeric: 'always' }));

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** "26 April 2019" */
export function formatDate(date: Date): string {
  return day().format(date);
}

/** "26 Apr 2019" */
export function formatShortDate(date: Date): string {
  return shortDay().format(date);
}

/** "26 April 2019 at 14:32:20 CEST" */
export function formatDateTime(date: Date): string {
  return dateTime().format(date);
}

/** "14:32" */
export function formatTime(date: Date): string {
  return time().format(date);
}

/**
 * "7 years ago", "in 12 days", "now". Each unit is rounded before it is chosen, so 59.6 minutes are "1 hour" and not
 * "60 minutes". Months and years are calendar ones and count when they are complete.
 */
export function formatRelative(date: Date, now: Date): string {
  if (date instanceof CalendarDay && isoDay(date) === isoDay(now)) return 'today';
  const differenceMs = date.getTime() - (date instanceof CalendarDay ? noonOf(now) : now).getTime();
  const minutes = Math.round(differenceMs / minuteMs);
  if (minutes === 0) return 'now';
  if (Math.abs(minutes) < 60) return relative().format(minutes, 'minute');
  const hours = Math.round(differenceMs / hourMs);
  if (Math.abs(hours) < 24) return relative().format(hours, 'hour');
  const days = Math.round(differenceMs / dayMs);
  const months = calendarMonths(date, days);
  if (months === 0) return relative().format(days, 'day');
  if (Math.abs(months) < 12) return relative().format(months, 'month');
  return relative().format(Math.trunc(months / 12), 'year');
}

/** Days are counted from noon to noon. */
function noonOf(date: Date): Date {
  return new CalendarDay(isoDay(date));
}

/** The complete months in the `days` before a date. Negative if `days` is. */
function calendarMonths(date: Date, days: number): number {
  const start = new Date(date.getTime() - days * dayMs);
  const [first, last] = days < 0 ? [date, start] : [start, date];
  const difference = (last.getUTCFullYear() - first.getUTCFullYear()) * 12 + last.getUTCMonth() - first.getUTCMonth();
  const complete = last.getUTCDate() < first.getUTCDate() ? difference - 1 : difference;
  return days < 0 ? -complete : complete;
}

/** "12 days from now", "3 years ago": for the end of a sentence. */
export function formatFromNow(date: Date, now: Date): string {
  return formatRelative(date, now).replace(/^in (.*)$/, '$1 from now');
}
