import type { SampleAccount } from './accounts/base-account.ts';
import { formerPassAccount } from './accounts/former-pass.ts';
import { freeAccount } from './accounts/free.ts';
import { lifetimePassAccount } from './accounts/lifetime-pass.ts';
import { managedMemberAccount } from './accounts/managed-member.ts';
import { monthlyPassAccount } from './accounts/monthly-pass.ts';
import { newestFormAccount } from './accounts/newest-form.ts';
import { oddAccount } from './accounts/odd.ts';
import { type SampleLogin, sampleLogins } from './logins.ts';
import { type SampleFailure, sampleFailures } from './sample-failures.ts';

const accounts: Readonly<Record<string, (now: Date) => SampleAccount>> = {
  'mara@example.com': monthlyPassAccount,
  'tomas@example.com': lifetimePassAccount,
  'nina@example.com': freeAccount,
  'ida@example.com': formerPassAccount,
  managed: managedMemberAccount,
  'yusuf@example.com': newestFormAccount,
  'odd@example.com': oddAccount,
};

/** Whom a login stands for. Those who are there for a trouble have a free account, if they get that far. */
export type Person = { sample: SampleLogin; account: SampleAccount; failure: SampleFailure };

/** Finds a person by e-mail or username, in any case, as plex.tv does. `now` is the moment of sign-in. */
export function findPerson(login: string, now: Date): Person | undefined {
  const wanted = login.toLowerCase();
  for (const sample of sampleLogins) {
    const account = accounts[sample.login]?.(now) ?? {
      ...freeAccount(now),
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
