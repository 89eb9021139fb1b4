import type { AccountSources } from '../../plex/access/sources.ts';
import type { Account } from '../../plex/account/account.ts';
import type { Fact } from '../../ui/facts.tsx';
import { asReceived, hiddenSecret } from '../facts/as-received.ts';
import { factBuilder, factIfSent } from '../facts/fact-builder.ts';
import { asDate, asYesNo, either } from '../facts/fact-values.ts';
import { formatDate } from '../facts/format-date.ts';
import { isTokenEnd, signInEnd } from '../facts/sign-in-end.ts';
import { type Checkup, checkup } from './checkup.ts';

/** The account token has a row of its own, so it is not among the other facts. */
type SecurityView = Checkup & {
  token: Fact;
  facts: Fact[];
};

export function securityView(account: Account, sources: AccountSources, now: Date): SecurityView {
  const fact = factBuilder(account, '', account.unexpectedValues);
  return {
    ...checkup(account, sources, now),
    token: fact('authToken', 'Account token', hiddenSecret),
    facts: [
      fact('twoFactorEnabled', 'Two-factor sign-in', either('On', 'Off')),
      fact('backupCodesCreated', 'Backup codes', either('Created', 'Not created')),
      fact('confirmed', 'E-mail confirmed', asYesNo),
      fact('hasPassword', 'Password', either('Set', 'None')),
      fact('emailOnlyAuth', 'Sign in by', either('E-mail address only', 'E-mail address or username')),
      signInFact(account, now),
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
  const mark = end.kind === 'implausible' ? { mark: 'cannot be right' } : {};
  if (!('at' in end) || !end.at || !isTokenEnd(end, account)) return { ...sent, value: { ...mark, ...sent.value } };
  const remembered = rememberExpiresAt ? ` plex.tv remembers the sign-in until ${formatDate(rememberExpiresAt)}.` : '';
  return { ...sent, value: { ...asDate(now)(end.at), ...mark, note: `Its token ends then.${remembered}` } };
}
