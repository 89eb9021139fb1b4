import type { Account } from '../../plex/account/account.ts';
import { signInExpiry } from '../../plex/secrets/token-expiry.ts';
import { maxSignInDays } from '../../plex/usual-sign-in-days.ts';
import { dayMs, formatDate } from './format-date.ts';
import { quoteUnreadable } from './unreadable-values.ts';

/**
 * When plex.tv ends the sign-in. `past`: it should have ended already. `implausible`: plex.tv sent a value that cannot
 * be right; `sent` is the date `at` or the quoted value.
 */
export type SignInEnd =
  | { kind: 'known' | 'past'; at: Date }
  | { kind: 'implausible'; sent: string; at?: Date }
  | { kind: 'none' | 'not-said' };

/** Every panel uses this end. Its date is always one that plex.tv sent. */
export function signInEnd(account: Account, now: Date): SignInEnd {
  const at = signInExpiry(account);
  if (at) {
    const days = (at.getTime() - now.getTime()) / dayMs;
    if (days > maxSignInDays || at.getTime() <= 0) return { kind: 'implausible', sent: formatDate(at), at };
    return { kind: days > 0 ? 'known' : 'past', at };
  }
  const unreadable = quoteUnreadable(account, 'rememberExpiresAt');
  if (unreadable) return { kind: 'implausible', sent: unreadable };
  return { kind: at === null ? 'none' : 'not-said' };
}

/** Whether the end is that of the token, and not `rememberExpiresAt`. */
export function isTokenEnd(end: SignInEnd, { rememberExpiresAt }: Account): boolean {
  return 'at' in end && end.at?.getTime() !== rememberExpiresAt?.getTime();
}
