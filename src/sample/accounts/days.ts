const dayMilliseconds = 24 * 60 * 60 * 1000;

/** Epoch seconds, the format of most times at plex.tv. `days` may be negative or a fraction. */
export function unixDaysFrom(now: Date, days: number): number {
  return Math.floor((now.getTime() + days * dayMilliseconds) / 1000);
}

/** ISO 8601 without milliseconds, such as `2024-03-24T05:13:37Z`: the format of `subscribedAt`. */
export function isoDaysFrom(now: Date, days: number): string {
  return new Date(unixDaysFrom(now, days) * 1000).toISOString().replace('.000Z', 'Z');
}
