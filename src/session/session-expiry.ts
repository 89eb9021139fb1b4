import { maxSignInDays, usualSignInDays } from '../plex/usual-sign-in-days.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** Whether a session can end at `end`: in the future, and within about a year. */
export function isPlausibleExpiry(end: Date | null | undefined, now: Date): end is Date {
  return !!end && end > now && end.getTime() - now.getTime() <= maxSignInDays * dayMs;
}

/**
 * When this page forgets a session: at the end that plex.tv sent if that is plausible, otherwise 14 days from now.
 *
 * @param expiry the end as `signInExpiry` returns it.
 */
export function sessionExpiry(expiry: Date | null | undefined, now: Date): Date {
  return isPlausibleExpiry(expiry, now) ? expiry : new Date(now.getTime() + usualSignInDays * dayMs);
}

/**
 * Whether a remembered session may be forgotten: a day after its end. Only plex.tv knows when it has really ended, and
 * this device's clock may be hours ahead.
 */
export function isLongExpired(end: Date, now: Date): boolean {
  return now.getTime() - end.getTime() > dayMs;
}
