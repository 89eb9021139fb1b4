import { CalendarDay, isoDay } from '../../plex/account/calendar-day.ts';
import type { FactValue } from '../../ui/facts.tsx';
import { formatDate, formatDateTime, formatShortDate, formatTime } from './format-date.ts';
import { lazyValue } from './lazy-value.ts';

const dayOfYear = lazyValue(() => new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' }));

/** "Today, 21:14", "Yesterday", "21 November" or "2 Dec 2019", with the exact time. */
export function lastSeenValue(date: Date | null, now: Date): FactValue {
  if (!date) return { text: 'plex.tv did not say', isEmpty: true };
  if (date instanceof CalendarDay)
    return { text: dayText(date, now), time: { iso: isoDay(date), exact: formatDate(date) } };
  return { text: dayText(date, now), time: { iso: date.toISOString(), exact: formatDateTime(date) } };
}

function dayText(date: Date, now: Date): string {
  const daysAgo = localDayNumber(now) - localDayNumber(date);
  if (daysAgo === 0) return date instanceof CalendarDay ? 'Today' : `Today, ${formatTime(date)}`;
  if (daysAgo === 1) return 'Yesterday';
  return date.getFullYear() === now.getFullYear() ? dayOfYear().format(date) : formatShortDate(date);
}

function localDayNumber(date: Date): number {
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000;
}
