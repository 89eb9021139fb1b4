/**
 * A day without a time, such as plex.tv's `2026-12-05`. It is noon in the reader's time zone, so that it is shown as
 * the same day everywhere.
 */
export class CalendarDay extends Date {
  /** @param isoDay `YYYY-MM-DD`. */
  constructor(isoDay: string) {
    super(`${isoDay}T12:00:00`);
  }
}

/** `2026-12-05` */
export function isoDay(day: Date): string {
  const digits = (number: number, length: number) => String(number).padStart(length, '0');
  return `${digits(day.getFullYear(), 4)}-${digits(day.getMonth() + 1, 2)}-${digits(day.getDate(), 2)}`;
}

/** Whether a date lies in the past. A calendar day lasts until its midnight. */
export function hasPassed(date: Date, now: Date): boolean {
  return date instanceof CalendarDay ? isoDay(date) < isoDay(now) : date <= now;
}
