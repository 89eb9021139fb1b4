import { type AccountSources, dataOf } from '../../plex/access/sources.ts';
import type { Account } from '../../plex/account/account.ts';
import { accountSettingsUrl } from '../../plex/plex-pages.ts';
import { personName } from '../facts/display-name.ts';
import { isSelf, sharesHome } from '../facts/home-membership.ts';
import { joinWords } from '../facts/join-words.ts';
import { accessRules } from './access-rules.ts';
import { attention, type Finding, good, notApplicable, personal, type Rule, unknown } from './finding.ts';
import { signInRules } from './sign-in-rules.ts';

/** In order of importance. */
export const rules: readonly Rule[] = [
  {
    id: 'two-factor',
    name: 'Two-factor sign-in',
    todo: 'turn on two-factor sign-in',
    link: { href: accountSettingsUrl, text: 'Turn it on at plex.tv' },
    evaluate: twoFactor,
  },
  {
    id: 'home-pin',
    name: 'Home PIN',
    todo: 'set a Home PIN',
    link: { href: accountSettingsUrl, text: 'Set one at plex.tv' },
    evaluate: homePin,
  },
  {
    id: 'backup-codes',
    name: 'Backup codes',
    todo: 'create backup codes',
    link: { href: accountSettingsUrl, text: 'Create them at plex.tv' },
    evaluate: backupCodes,
  },
  {
    id: 'password',
    name: 'Password',
    todo: 'set a password',
    link: { href: accountSettingsUrl, text: 'Set one at plex.tv' },
    evaluate: password,
  },
  {
    id: 'email',
    name: 'E-mail address',
    todo: 'confirm your e-mail address',
    link: { href: accountSettingsUrl, text: 'Confirm it at plex.tv' },
    evaluate: email,
  },
  ...signInRules,
  ...accessRules,
  {
    id: 'experimental',
    name: 'Experimental features',
    todo: 'decide whether you want experimental features',
    link: { href: accountSettingsUrl, text: 'Account settings at plex.tv' },
    evaluate: experimental,
  },
];

function twoFactor({ twoFactorEnabled, hasPassword, confirmed }: Account): Finding {
  if (twoFactorEnabled === true) {
    return good(
      'Two-factor sign-in is on',
      'Signing in needs a code as well, so a stolen password is not enough.',
      'Two-factor is on',
    );
  }
  if (twoFactorEnabled !== false) return unknown('Two-factor sign-in', 'whether two-factor sign-in is on');
  // https://support.plex.tv/articles/two-factor-authentication/
  const missing = [hasPassword === false && 'a password', confirmed === false && 'a confirmed e-mail address'];
  const requirements = missing.filter(Boolean).join(' and ');
  const hint = requirements && ` Before you can turn it on, plex.tv needs ${requirements}.`;
  return attention(
    'Two-factor sign-in is off',
    `Anyone who learns your password can sign in as you. A code stops that.${hint}`,
    'Two-factor is off',
  );
}

/**
 * Switching to a Home member needs no password and no two-factor code. Sources disagree about how well a PIN protects
 * (plexapi#1076, watchstate#567, 240-MP#244), so the check promises nothing.
 */
function homePin(account: Account, { home }: AccountSources): Finding {
  const { homeSize, protected: hasPin } = account;
  const isShared = sharesHome(account);
  if (isShared === false) {
    return notApplicable('You share no Plex Home', 'Nobody else is in a Home with you, so nobody can switch to you.');
  }
  if (hasPin === true) {
    return good(
      'A Home PIN is set',
      'Plex may ask for it when somebody in your Home switches to you. Reports differ on when it does, also for the admin.',
    );
  }
  if (hasPin !== false) return unknown('Home PIN', 'whether you have a Home PIN');
  if (typeof homeSize !== 'number') return unknown('Home PIN', 'whether others are in a Plex Home with you');
  const others = otherMembers(account, home);
  const finding = attention(
    'You have no Home PIN',
    `${others ?? 'Anyone in your Home'} can switch to you without a password.`,
    'No Home PIN',
  );
  return others ? personal(finding) : finding;
}

/** People do not read longer lists of names. */
const maxNames = 4;

/** "Jonas, Elsa and Guest" */
function otherMembers(account: Account, home: AccountSources['home']): string | undefined {
  const others = (dataOf(home)?.users ?? []).filter((user) => !isSelf(user, account));
  const names = others.flatMap((user) => personName(user) ?? []);
  const isComplete = account.uuid && names.length > 0 && names.length === others.length && names.length <= maxNames;
  return isComplete ? joinWords(names) : undefined;
}

function backupCodes({ twoFactorEnabled, backupCodesCreated }: Account): Finding {
  if (twoFactorEnabled === false) {
    return notApplicable(
      'Backup codes come with two-factor',
      'They replace two-factor codes, and two-factor sign-in is off.',
    );
  }
  if (twoFactorEnabled !== true) return unknown('Backup codes', 'whether you need any');
  if (backupCodesCreated === true) {
    return good('Backup codes are created', 'You can sign in without your authenticator. Keep them somewhere safe.');
  }
  if (backupCodesCreated !== false) return unknown('Backup codes', 'whether you have any');
  return attention('No backup codes', 'If you lose your authenticator, you cannot sign in.');
}

function password({ hasPassword, emailOnlyAuth }: Account): Finding {
  if (hasPassword === true)
    return good('A password is set', 'You can sign in without Google or Apple (in the past, Facebook).');
  if (emailOnlyAuth === true) {
    return good(
      'Sign-in is by e-mail address only',
      'plex.tv lets you in by your e-mail address, not by your username.',
    );
  }
  if (hasPassword !== false || emailOnlyAuth !== false) return unknown('Password', 'how you sign in');
  return attention(
    'No password',
    'You need Google or Apple (in the past, Facebook) to sign in. A password is a second way to sign in.',
  );
}

function email({ confirmed }: Account): Finding {
  if (confirmed === true)
    return good(
      'Your e-mail address is confirmed',
      'plex.tv can reach you if you cannot sign in.',
      'E-mail is confirmed',
    );
  if (confirmed !== false) return unknown('E-mail address', 'whether it is confirmed');
  return attention(
    'Your e-mail address is not confirmed',
    'If it is mistyped, plex.tv cannot help you to sign in again. Confirm it, or correct it.',
    'E-mail not confirmed',
  );
}

function experimental({ experimentalFeatures }: Account): Finding {
  if (experimentalFeatures === false) {
    return good('Experimental features are off', 'You only get finished features.');
  }
  if (experimentalFeatures !== true) return unknown('Experimental features', 'whether they are on');
  return {
    title: 'Experimental features are on',
    short: 'Experimental features',
    verdict: 'information',
    why: 'You get features that plex.tv is still testing. They may change or fail.',
  };
}
