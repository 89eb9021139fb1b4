import { usualSignInDays } from '../plex/usual-sign-in-days.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** A year, and a day for clocks that are wrong. */
const maxDays = 366;

/** Whether a sign-in can end then: in the future, and within about a year. */
export function isPlausibleExpiry(end: Date | null | undefined, now: Date): end is Date {
  return !!end && end > now && !isTooFar(end, now);
}

/** Whether an end that was plausible once can be there now. A day more: the clock may have been set back since. */
export function isPossibleExpiry(end: Date, now: Date): boolean {
  return !isTooFar(end, new Date(now.getTime() + dayMs));
}

function isTooFar(end: Date, now: Date): boolean {
  return end.getTime() - now.getTime() > maxDays * dayMs;
}

/** When a sign-in ends: what plex.tv said (`rememberExpiresAt`), or 14 days from now if it said nothing sensible. */
export function sessionExpiry(said: Date | null | undefined, now: Date): Date {
  return isPlausibleExpiry(said, now) ? said : new Date(now.getTime() + usualSignInDays * dayMs);
}

/**
 * Whether a remembered sign-in may be forgotten. A day later than it ends: only plex.tv knows when it is over, and this
 * device's clock may be hours ahead.
 */
export function isLongExpired(end: Date, now: Date): boolean {
  return now.getTime() - end.getTime() > dayMs;
}
