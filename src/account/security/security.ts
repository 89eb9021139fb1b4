import type { Account } from '../../plex/account.ts';
import type { BadgeContent } from '../../ui/badge.tsx';
import type { Fact } from '../../ui/facts.tsx';
import { asReceived, hiddenSecret } from '../facts/as-received.ts';
import { factBuilder, factIfSent } from '../facts/fact-builder.ts';
import { asDate, asYesNo, either } from '../facts/fact-values.ts';
import { formatDate } from '../facts/format-date.ts';
import { signInEnd } from '../facts/sign-in-end.ts';
import { type Checkup, checkup } from './checkup.ts';

type SecurityView = Checkup & { badge: BadgeContent | undefined; facts: Fact[] };

export function securityView(account: Account, now: Date): SecurityView {
  const fact = factBuilder(account, '', account.unexpectedValues);
  const result = checkup(account, now);
  return {
    ...result,
    badge: badge(result),
    facts: [
      fact('twoFactorEnabled', 'Two-factor sign-in', either('On', 'Off')),
      fact('backupCodesCreated', 'Backup codes', either('Created', 'Not created')),
      fact('confirmed', 'E-mail confirmed', asYesNo),
      fact('hasPassword', 'Password', either('Set', 'None')),
      fact('emailOnlyAuth', 'Sign in by', either('E-mail address only', 'E-mail address or username')),
      signInFact(account, now),
      fact('authToken', 'Account token', hiddenSecret),
      fact('anonymous', 'Anonymous account', asYesNo, 'No'),
      fact('experimentalFeatures', 'Experimental features', either('On', 'Off')),
      ...factIfSent(account, 'certificateVersion', fact('certificateVersion', 'Certificate version', asReceived)),
    ],
  };
}

/** The earlier of the two ends that plex.tv sent. */
function signInFact(account: Account, now: Date): Fact {
  const fact = factBuilder(account, '', account.unexpectedValues);
  const sent = fact('rememberExpiresAt', 'This sign-in lasts until', asDate(now), 'No end given');
  const end = signInEnd(account, now);
  const { rememberExpiresAt } = account;
  if (end.kind === 'unbelievable') return { ...sent, value: { mark: 'cannot be believed', ...sent.value } };
  if (!('at' in end) || end.at.getTime() === rememberExpiresAt?.getTime()) return sent;
  const remembered = rememberExpiresAt ? ` plex.tv remembers the sign-in until ${formatDate(rememberExpiresAt)}.` : '';
  return { ...sent, value: { ...asDate(now)(end.at), note: `Its token ends then.${remembered}` } };
}

function badge({ checks, attentionCount }: Checkup): BadgeContent | undefined {
  if (attentionCount > 0) return { tone: 'warn', text: `${attentionCount} to look at` };
  return checks.some(({ verdict }) => verdict === 'good') ? { tone: 'good', text: 'Nothing to look at' } : undefined;
}
