import type { Account } from '../../plex/account.ts';
import { accountSettingsUrl, authorizedDevicesUrl } from '../../plex/plex-pages.ts';
import { formatDate, formatRelative } from '../facts/format-date.ts';
import { tokenExpiry } from './token-expiry.ts';

/** 'unknown': plex.tv did not say, or said something odd. Neither good nor a reason to worry. */
export type Verdict = 'good' | 'look' | 'not-applicable' | 'unknown';

export type Finding = { title: string; verdict: Verdict; why: string };

export type Rule = {
  id: string;
  /** What the rule is about, for accounts that it does not apply to. */
  name: string;
  /** What to do about it, to end a sentence with. */
  todo: string;
  link: { href: string; text: string };
  judge: (account: Account, now: Date) => Finding;
};

const day = 24 * 60 * 60 * 1000;
/** plex.tv remembers a sign-in for 14 days; with fewer than these left it is about to end. */
const soonDays = 2;

// plex.tv has a page of its own for devices. Two-factor, password and e-mail are on the account page; the Home PIN is a
// step from it, under "Plex Home", whose address no good source gives.
const accountPage = {
  href: accountSettingsUrl,
  text: 'Account settings at plex.tv',
};
const devicesPage = {
  href: authorizedDevicesUrl,
  text: 'Authorized devices at plex.tv',
};

/** By importance: what comes first is to be done first. */
export const rules: readonly Rule[] = [
  {
    id: 'two-factor',
    name: 'Two-factor sign-in',
    todo: 'turn on two-factor sign-in',
    link: accountPage,
    judge: twoFactor,
  },
  { id: 'home-pin', name: 'Home PIN', todo: 'set a Home PIN', link: accountPage, judge: homePin },
  { id: 'backup-codes', name: 'Backup codes', todo: 'create backup codes', link: accountPage, judge: backupCodes },
  { id: 'password', name: 'Password', todo: 'set a password', link: accountPage, judge: password },
  { id: 'email', name: 'E-mail address', todo: 'confirm your e-mail address', link: accountPage, judge: email },
  { id: 'sign-in', name: 'This sign-in', todo: 'sign in again soon', link: devicesPage, judge: signIn },
  { id: 'token', name: 'Account token', todo: 'sign in again', link: devicesPage, judge: token },
  {
    id: 'experimental',
    name: 'Experimental features',
    todo: 'decide whether you want experimental features',
    link: accountPage,
    judge: experimental,
  },
];

function twoFactor({ twoFactorEnabled, hasPassword, confirmed }: Account): Finding {
  if (twoFactorEnabled === true) {
    return good('Two-factor sign-in is on', 'Signing in takes a code as well, so a stolen password is not enough.');
  }
  if (twoFactorEnabled !== false) return unknown('Two-factor sign-in', 'whether two-factor sign-in is on');
  // https://support.plex.tv/articles/two-factor-authentication/
  const missing = [hasPassword === false && 'a password', confirmed === false && 'a confirmed e-mail address'];
  const first = missing.filter(Boolean).join(' and ');
  const needs = first && ` Before you can turn it on, plex.tv wants ${first}.`;
  return look('Two-factor sign-in is off', `No code is asked when someone signs in as you.${needs}`);
}

/**
 * Switching to a Home member asks for no two-factor code, only for the PIN if there is one. Without two-factor sign-in
 * there is nothing to get round, and turning that on comes first.
 */
function homePin({ twoFactorEnabled, home, homeSize, protected: hasPin }: Account): Finding {
  const isShared = sharesHome(home, homeSize);
  if (isShared === false) {
    return notApplicable('You share no Plex Home', 'Nobody else is in a Home with you, so nobody can switch to you.');
  }
  if (hasPin === true) return good('A Home PIN is set', 'Nobody in your Home can switch to you without it.');
  if (hasPin !== false) return unknown('Home PIN', 'whether you have a Home PIN');
  if (isShared === undefined) return unknown('Home PIN', 'whether others are in a Plex Home with you');
  if (twoFactorEnabled === true) {
    return look(
      'No Home PIN',
      'Anyone in your Home can switch to you without a code. Set a PIN under Plex Home in the settings.',
    );
  }
  if (twoFactorEnabled !== false) return unknown('Home PIN', 'whether there is a two-factor code to get round');
  return notApplicable(
    'No Home PIN',
    'Anyone in your Home can switch to you. Once two-factor sign-in is on, a PIN keeps them from getting round it.',
  );
}

/** A Home of one is no Home; without a size nobody can tell. */
function sharesHome(home: Account['home'], homeSize: Account['homeSize']): boolean | undefined {
  if (home === false) return false;
  return typeof homeSize === 'number' ? homeSize > 1 : undefined;
}

function backupCodes({ twoFactorEnabled, backupCodesCreated }: Account): Finding {
  if (twoFactorEnabled === false) {
    return notApplicable(
      'No backup codes needed',
      'They stand in for two-factor codes, and two-factor sign-in is off.',
    );
  }
  if (twoFactorEnabled !== true) return unknown('Backup codes', 'whether you need any');
  if (backupCodesCreated === true) {
    return good('Backup codes are created', 'You can get in without your authenticator. Keep them somewhere safe.');
  }
  if (backupCodesCreated !== false) return unknown('Backup codes', 'whether you have any');
  return look('No backup codes', 'If you lose your authenticator, you lose your way in.');
}

function password({ hasPassword, emailOnlyAuth }: Account): Finding {
  if (hasPassword === true) return good('A password is set', 'You can sign in without Google, Apple or Facebook.');
  if (emailOnlyAuth === true) {
    return good(
      'Sign-in is by e-mail address only',
      'plex.tv lets you in by your e-mail address, not by your username.',
    );
  }
  if (hasPassword !== false || emailOnlyAuth !== false) return unknown('Password', 'how you sign in');
  return look('No password', 'You depend on Google, Apple or Facebook to get in. A password is a second way.');
}

function email({ confirmed }: Account): Finding {
  if (confirmed === true)
    return good('Your e-mail address is confirmed', 'plex.tv can reach you if you lose your way in.');
  if (confirmed !== false) return unknown('E-mail address', 'whether it is confirmed');
  return look(
    'Your e-mail address is not confirmed',
    'If it is mistyped, plex.tv cannot help you back in. Confirm it, or correct it.',
  );
}

function signIn({ rememberExpiresAt: end, authToken }: Account, now: Date): Finding {
  if (end === null) return notApplicable('This sign-in has no end', 'plex.tv set no date after which it forgets you.');
  if (end === undefined) return unknown('This sign-in', 'how long it lasts');
  const left = (end.getTime() - now.getTime()) / day;
  if (left <= 0) {
    const why = `plex.tv was to remember you until ${formatDate(end)}.`;
    // A token that is over as well says so by its own rule: one trouble counts once.
    if ((tokenExpiry(authToken) ?? now) < now) return notApplicable('This sign-in is over', why);
    return look('This sign-in is past its end', `${why} Sign in again before it stops working.`);
  }
  if (left < soonDays) {
    return look(
      `This sign-in ends ${formatRelative(end, now)}`,
      'After that you need to sign in again to see this page.',
    );
  }
  return good(
    `This sign-in lasts ${Math.round(left)} more days`,
    `plex.tv remembers you until ${formatDate(end)}. Then you sign in again.`,
  );
}

/** Only a JSON Web Token says itself how long it lives; a token of 20 characters does not. */
function token({ authToken }: Account, now: Date): Finding {
  if (!authToken) return unknown('Account token', 'which token is yours');
  const end = tokenExpiry(authToken);
  if (!end) {
    return notApplicable('The account token names no end', 'It works until you sign out, or plex.tv ends it.');
  }
  if (end <= now) {
    return look(
      'The account token is older than its life',
      `It was to live until ${formatDate(end)}. Sign in again, and you get a new one.`,
    );
  }
  return good('The account token is within its life', `It lives until ${formatDate(end)}.`);
}

function experimental({ experimentalFeatures }: Account): Finding {
  if (experimentalFeatures === false) {
    return good('Experimental features are off', 'You get what plex.tv has finished.');
  }
  if (experimentalFeatures !== true) return unknown('Experimental features', 'whether they are on');
  return look('Experimental features are on', 'You get what plex.tv is still trying out. It may change or fail.');
}

function good(title: string, why: string): Finding {
  return { title, verdict: 'good', why };
}

function look(title: string, why: string): Finding {
  return { title, verdict: 'look', why };
}

function notApplicable(title: string, why: string): Finding {
  return { title, verdict: 'not-applicable', why };
}

function unknown(name: string, question: string): Finding {
  return { title: `${name}: not known`, verdict: 'unknown', why: `plex.tv did not say clearly ${question}.` };
}
