/** Noon of a day in the local time zone, so that a test sees the same day in every time zone. */
export function localNoon(day: string): Date {
  return new Date(`${day}T12:00:00`);
}

/** The same time in epoch seconds, as plex.tv sends it. */
export function unixNoon(day: string): number {
  return localNoon(day).getTime() / 1000;
}
