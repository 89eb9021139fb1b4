/** Noon of a day by this machine's own clock, so that the day that is shown is the same in every time zone. */
export function localNoon(day: string): Date {
  return new Date(`${day}T12:00:00`);
}

/** The same as plex.tv writes it. */
export function unixNoon(day: string): number {
  return localNoon(day).getTime() / 1000;
}
