import type { SampleAccount } from './accounts/base-account.ts';
import { formerPassAccount } from './accounts/former-pass-account.ts';
import { freeAccount } from './accounts/free-account.ts';
import { lifetimePassAccount } from './accounts/lifetime-pass-account.ts';
import { managedMemberAccount } from './accounts/managed-member-account.ts';
import { monthlyPassAccount } from './accounts/monthly-pass-account.ts';
import { newestFormatAccount } from './accounts/newest-format-account.ts';
import { oddAccount } from './accounts/odd-account.ts';
import { type SampleFailure, sampleFailures } from './sample-failures.ts';
import { type SampleLogin, sampleLogins } from './sample-logins.ts';

const accounts: Readonly<Record<string, (now: Date) => SampleAccount>> = {
  'mara@example.com': monthlyPassAccount,
  'tomas@example.com': lifetimePassAccount,
  'nina@example.com': freeAccount,
  'ida@example.com': formerPassAccount,
  managed: managedMemberAccount,
  'yusuf@example.com': newestFormatAccount,
  'odd@example.com': oddAccount,
};

/**
 * The person of a login. A `failure` login has a free account, in case its sign-in succeeds. An `access` login has a Plex
 * Pass and a Home.
 */
export type Person = { sample: SampleLogin; account: SampleAccount; failure: SampleFailure };

/** Finds a person by e-mail address or username. Like plex.tv it ignores case. `now` is the time of sign-in. */
export function findPerson(login: string, now: Date): Person | undefined {
  const wanted = login.toLowerCase();
  for (const sample of sampleLogins) {
    const account = accounts[sample.login]?.(now) ?? {
      ...(sample.kind === 'access' ? monthlyPassAccount(now) : freeAccount(now)),
      email: sample.login,
      username: sample.login,
    };
    const names = [sample.login, account.email, account.username];
    if (names.some((name) => typeof name === 'string' && name.toLowerCase() === wanted)) {
      return { sample, account, failure: sampleFailures[sample.login] ?? {} };
    }
  }
  return undefined;
}
