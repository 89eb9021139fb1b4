const dayMilliseconds = 24 * 60 * 60 * 1000;

/** Epoch seconds, as plex.tv writes most times. `days` may be negative or a fraction. */
export function unixDaysFrom(now: Date, days: number): number {
  return Math.floor((now.getTime() + days * dayMilliseconds) / 1000);
}

/** `2024-03-24T05:13:37Z`, without milliseconds, as plex.tv writes `subscribedAt`. */
export function isoDaysFrom(now: Date, days: number): string {
  return new Date(unixDaysFrom(now, days) * 1000).toISOString().replace('.000Z', 'Z');
}
