import { usualSignInDays } from '../plex/usual-sign-in-days.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** A year, and a day for wrong clocks. */
const maxDays = 366;

/** Whether a session can end at `end`: in the future, and within about a year. */
export function isPlausibleExpiry(end: Date | null | undefined, now: Date): end is Date {
  return !!end && end > now && end.getTime() - now.getTime() <= maxDays * dayMs;
}

/** When a session ends: at plex.tv's `rememberExpiresAt` if that is plausible, otherwise 14 days from now. */
export function sessionExpiry(rememberExpiresAt: Date | null | undefined, now: Date): Date {
  return isPlausibleExpiry(rememberExpiresAt, now)
    ? rememberExpiresAt
    : new Date(now.getTime() + usualSignInDays * dayMs);
}

/**
 * Whether a remembered session may be forgotten: a day after its end. Only plex.tv knows when it has really ended, and
 * this device's clock may be hours ahead.
 */
export function isLongExpired(end: Date, now: Date): boolean {
  return now.getTime() - end.getTime() > dayMs;
}
