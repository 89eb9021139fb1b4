import type { Account } from '../plex/account.ts';
import type { BadgeContent } from '../ui/badge.tsx';
import type { Fact } from '../ui/facts.tsx';
import { asItCame, hidden } from './as-it-came.ts';
import { factsAbout, whenSent } from './facts-about.ts';
import { formatDate, formatRelative } from './format-date.ts';
import { asDate, asYesNo, either } from './values.ts';

type SecurityView = { answer: string; badge: BadgeContent | undefined; facts: Fact[] };

/** How safe the account is, and for how long this sign-in lasts. */
export function securityView(account: Account, now: Date): SecurityView {
  const fact = factsAbout(account, '', account.oddities);
  return {
    answer: answer(account, now),
    badge: badge(account),
    facts: [
      fact('twoFactorEnabled', 'Two-factor sign-in', either('On', 'Off')),
      fact('backupCodesCreated', 'Backup codes', either('Created', 'Not created')),
      fact('confirmed', 'E-mail confirmed', asYesNo),
      fact('hasPassword', 'Password', either('Set', 'None')),
      fact('emailOnlyAuth', 'Sign in by', either('E-mail address only', 'E-mail address or username')),
      fact('rememberExpiresAt', 'This sign-in lasts until', asDate(now), 'No end given'),
      fact('authToken', 'Account token', hidden),
      fact('anonymous', 'Anonymous account', asYesNo, 'No'),
      fact('experimentalFeatures', 'Experimental features', either('On', 'Off')),
      ...whenSent(account, 'certificateVersion', fact('certificateVersion', 'Certificate version', asItCame)),
    ],
  };
}

function answer({ twoFactorEnabled, rememberExpiresAt }: Account, now: Date): string {
  const lasts = rememberExpiresAt ? ` This sign-in ${lasting(rememberExpiresAt, now)}.` : '';
  if (twoFactorEnabled === true) return `Signing in takes a second factor.${lasts}`;
  if (twoFactorEnabled === false) return `The password alone is enough to sign in.${lasts}`;
  return `plex.tv did not say whether two-factor sign-in is on.${lasts}`;
}

function lasting(end: Date, now: Date): string {
  return end > now
    ? `lasts until ${formatDate(end)}`
    : `was to last until ${formatDate(end)}, ${formatRelative(end, now)}`;
}

function badge({ twoFactorEnabled, restricted }: Account): BadgeContent | undefined {
  if (twoFactorEnabled) return { tone: 'good', text: 'Two-factor on' };
  return twoFactorEnabled === false && !restricted ? { tone: 'warn', text: 'Two-factor off' } : undefined;
}
