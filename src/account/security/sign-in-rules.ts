import type { Account } from '../../plex/account/account.ts';
import { authorizedDevicesUrl } from '../../plex/plex-pages.ts';
import { tokenExpiry } from '../../plex/secrets/token-expiry.ts';
import { dayMs, formatDate, formatRelative } from '../facts/format-date.ts';
import { signInEnd } from '../facts/sign-in-end.ts';
import { attention, type Finding, good, notApplicable, type Rule, unknown } from './finding.ts';
import { warningDays } from './session-lifetime.ts';

/** In order of importance. */
export const signInRules: readonly Rule[] = [
  {
    id: 'sign-in',
    name: 'This sign-in',
    todo: 'sign in again soon',
    link: { href: authorizedDevicesUrl, text: 'Devices at plex.tv' },
    evaluate: (account, _, now) => signIn(account, now),
  },
  {
    id: 'token',
    name: 'Account token',
    todo: 'sign in again',
    link: { href: authorizedDevicesUrl, text: 'Devices at plex.tv' },
    evaluate: (account, _, now) => token(account, now),
  },
];

function signIn(account: Account, now: Date): Finding {
  const end = signInEnd(account, now);
  switch (end.kind) {
    case 'none':
      return notApplicable('This sign-in has no end', 'plex.tv set no date on which it ends.');
    case 'not-said':
      return unknown('This sign-in', 'how long it lasts');
    case 'implausible':
      return {
        title: 'The end date of this sign-in cannot be right',
        short: 'Wrong end date',
        verdict: 'unknown',
        why: `plex.tv gave ${end.sent} as its end.`,
      };
    case 'past':
      return pastSignIn(end.at, account, now);
    default:
      return runningSignIn(end.at, now);
  }
}

function pastSignIn(end: Date, { authToken }: Account, now: Date): Finding {
  const why = `plex.tv planned to end it on ${formatDate(end)}.`;
  // The token rule reports an expired token: do not count it twice.
  if ((tokenExpiry(authToken) ?? now) < now) return notApplicable('This sign-in is over', why);
  return attention('This sign-in should have ended', `${why} Sign in again before it stops working.`);
}

function runningSignIn(end: Date, now: Date): Finding {
  const daysLeft = (end.getTime() - now.getTime()) / dayMs;
  if (daysLeft < warningDays) {
    return attention(
      `This sign-in ends ${formatRelative(end, now)}`,
      'After that you need to sign in again to see this page.',
    );
  }
  return good(
    `This sign-in lasts ${Math.round(daysLeft)} more days`,
    `It ends on ${formatDate(end)}. Then you need to sign in again.`,
  );
}

/** Only a JSON Web Token holds its end; a token of 20 characters does not. */
function token({ authToken }: Account, now: Date): Finding {
  if (!authToken) return unknown('Account token', 'which token is yours');
  const end = tokenExpiry(authToken);
  if (!end) {
    return notApplicable('The account token has no end date', 'It works until you sign out, or plex.tv ends it.');
  }
  if (end <= now) {
    return attention(
      'The account token has expired',
      `It expired on ${formatDate(end)}. Sign in again to get a new one.`,
    );
  }
  return good('The account token is still valid', `It is valid until ${formatDate(end)}.`);
}
