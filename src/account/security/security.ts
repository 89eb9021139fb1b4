import type { Account } from '../../plex/account.ts';
import type { Fact } from '../../ui/facts.tsx';
import { asReceived, hiddenSecret } from '../facts/as-received.ts';
import { factBuilder, factIfSent } from '../facts/fact-builder.ts';
import { asDate, asYesNo, either } from '../facts/fact-values.ts';
import { type Checkup, checkup } from './checkup.ts';

/** The account token has a row of its own, so it is not among the other facts. */
type SecurityView = Checkup & { token: Fact; facts: Fact[] };

export function securityView(account: Account, now: Date): SecurityView {
  const fact = factBuilder(account, '', account.unexpectedValues);
  return {
    ...checkup(account, now),
    token: fact('authToken', 'Account token', hiddenSecret),
    facts: [
      fact('twoFactorEnabled', 'Two-factor sign-in', either('On', 'Off')),
      fact('backupCodesCreated', 'Backup codes', either('Created', 'Not created')),
      fact('confirmed', 'E-mail confirmed', asYesNo),
      fact('hasPassword', 'Password', either('Set', 'None')),
      fact('emailOnlyAuth', 'Sign in by', either('E-mail address only', 'E-mail address or username')),
      fact('rememberExpiresAt', 'This sign-in lasts until', asDate(now), 'No end given'),
      fact('anonymous', 'Anonymous account', asYesNo, 'No'),
      fact('experimentalFeatures', 'Experimental features', either('On', 'Off')),
      ...factIfSent(account, 'certificateVersion', fact('certificateVersion', 'Certificate version', asReceived)),
    ],
  };
}
