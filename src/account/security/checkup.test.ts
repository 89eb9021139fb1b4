// @vitest-environment node
import { expect, test } from 'vitest';
import type { Account } from '../../plex/account.ts';
import { parseAccount } from '../../plex/parse-account.ts';
import { formerPassAccount } from '../../sample/accounts/former-pass-account.ts';
import { freeAccount } from '../../sample/accounts/free-account.ts';
import { managedMemberAccount } from '../../sample/accounts/managed-member-account.ts';
import { oddAccount } from '../../sample/accounts/odd-account.ts';
import { type Check, type Checkup, checkup } from './checkup.ts';

type Json = Record<string, unknown>;

const now = new Date('2026-11-23T12:00:00Z');
const unixDay = 86_400;
const unixNow = now.getTime() / 1000;

/** A well protected account in a Home of three. */
const protectedAccount = {
  username: 'ada',
  email: 'ada@example.com',
  authToken: 'Tok-en_20_characters',
  twoFactorEnabled: true,
  backupCodesCreated: true,
  confirmed: true,
  hasPassword: true,
  emailOnlyAuth: false,
  home: true,
  homeSize: 3,
  protected: true,
  restricted: false,
  guest: false,
  anonymous: null,
  experimentalFeatures: false,
  rememberExpiresAt: unixNow + 11 * unixDay,
};

function parse(reply: Json): Account {
  const account = parseAccount(reply);
  if (!account) throw new Error('no account came back');
  return account;
}

function checkupOf(reply: Json): Checkup {
  return checkup(parse(reply), now);
}

function find({ checks }: Checkup, id: string): Check {
  const check = checks.find((candidate) => candidate.id === id);
  if (!check) throw new Error(`no check ${id}`);
  return check;
}

/** "attention: No Home PIN" */
function verdictsOf(result: Checkup): string[] {
  return result.checks.map(({ verdict, title }) => `${verdict}: ${title}`);
}

test('finds nothing to look at in a well protected account', () => {
  const result = checkupOf(protectedAccount);
  expect(result).toMatchObject({ attentionCount: 0, answer: 'Nothing to look at.' });
  expect(verdictsOf(result)).toEqual([
    'good: Two-factor sign-in is on',
    'good: A Home PIN is set',
    'good: Backup codes are created',
    'good: A password is set',
    'good: Your e-mail address is confirmed',
    'good: This sign-in lasts 11 more days',
    'good: Experimental features are off',
    'not-applicable: The account token has no end date',
  ]);
});

test('lists the findings by importance, and names the first one in the answer', () => {
  const result = checkupOf({
    ...protectedAccount,
    twoFactorEnabled: false,
    backupCodesCreated: false,
    confirmed: false,
    hasPassword: false,
    protected: false,
    experimentalFeatures: true,
    rememberExpiresAt: unixNow - 400 * unixDay,
  });
  expect(result).toMatchObject({
    attentionCount: 5,
    answer: '5 things to look at. First: turn on two-factor sign-in.',
  });
  expect(verdictsOf(result)).toEqual([
    'attention: Two-factor sign-in is off',
    'attention: No password',
    'attention: Your e-mail address is not confirmed',
    'attention: This sign-in is past its end',
    'attention: Experimental features are on',
    'not-applicable: No Home PIN',
    'not-applicable: No backup codes needed',
    'not-applicable: The account token has no end date',
  ]);
});

test.each<[what: string, changed: Json, id: string, verdict: Check['verdict'], why: string]>([
  ['two-factor off', { twoFactorEnabled: false }, 'two-factor', 'attention', 'No code is asked'],
  [
    'two-factor off and what it needs',
    { twoFactorEnabled: false, hasPassword: false, confirmed: false },
    'two-factor',
    'attention',
    'plex.tv needs a password and a confirmed e-mail address',
  ],
  ['unexpected two-factor value', { twoFactorEnabled: 'yes' }, 'two-factor', 'unknown', 'did not say clearly'],
  ['no backup codes', { backupCodesCreated: false }, 'backup-codes', 'attention', 'you cannot sign in'],
  ['the Home loophole', { protected: false }, 'home-pin', 'attention', 'can switch to you without a code'],
  ['no PIN, alone', { protected: false, homeSize: 1 }, 'home-pin', 'not-applicable', 'nobody can switch'],
  ['no PIN, no Home', { protected: false, home: false }, 'home-pin', 'not-applicable', 'nobody can switch'],
  [
    'no PIN, no size',
    { protected: false, homeSize: null },
    'home-pin',
    'unknown',
    'others are in a Plex Home with you',
  ],
  ['no PIN, no code', { protected: false, twoFactorEnabled: false }, 'home-pin', 'not-applicable', 'Once two-factor'],
  ['no password', { hasPassword: false }, 'password', 'attention', 'need Google'],
  ['e-mail only', { hasPassword: false, emailOnlyAuth: true }, 'password', 'good', 'by your e-mail address'],
  ['unconfirmed', { confirmed: false }, 'email', 'attention', 'cannot help you to sign in again'],
  ['experiments', { experimentalFeatures: true }, 'experimental', 'attention', 'still testing'],
])('judges %s', (_, changed, id, verdict, why) => {
  const check = find(checkupOf({ ...protectedAccount, ...changed }), id);
  expect(check).toMatchObject({ verdict, why: expect.stringContaining(why) });
});

test('answers how many findings there are, and what to do first', () => {
  const answerTo = (changed: Json) => checkupOf({ ...protectedAccount, ...changed }).answer;
  expect(answerTo({ confirmed: false })).toBe('One thing to look at: confirm your e-mail address.');
  expect(answerTo({ protected: false })).toBe(
    'Your sign-in is well protected. Inside your Home one thing is left: set a Home PIN.',
  );
  expect(answerTo({ protected: false, confirmed: undefined })).toBe('One thing to look at: set a Home PIN.');
  expect(answerTo({ protected: false, confirmed: false })).toBe('2 things to look at. First: set a Home PIN.');
  expect(answerTo({ confirmed: undefined })).toBe('Nothing to look at in what plex.tv sent.');
  expect(checkupOf({}).answer).toBe('plex.tv did not say how your account is protected.');
  expect(verdictsOf(checkupOf({}))).toHaveLength(8);
});

test.each<[answer: string, reply: Json]>([
  ['2 things to look at. First: turn on two-factor sign-in.', { ...formerPassAccount(now), confirmed: false }],
  ['One thing to look at: turn on two-factor sign-in.', freeAccount(now)],
  ['You are a managed member: the admin of your Home manages all of this.', managedMemberAccount(now)],
  ['You are a managed member: the admin of your Home manages all of this.', { ...protectedAccount, restriced: true }],
  [
    'You are a managed member: the admin of your Home manages all of this.',
    { username: '', email: '', hasPassword: false, confirmed: false, twoFactorEnabled: false },
  ],
  ['You use the guest seat of a Home: its admin manages all of this.', { ...managedMemberAccount(now), guest: true }],
  [
    'You are here without an account of your own, so there is nothing to protect yet.',
    { ...freeAccount(now), anonymous: true },
  ],
])('answers “%s”', (answer, reply) => {
  expect(checkupOf(reply).answer).toBe(answer);
});

test('gives no warning because of unexpected values', () => {
  const result = checkupOf(JSON.parse(JSON.stringify(oddAccount(now))));
  expect(result.checks).toHaveLength(8);
  const odd = checkupOf(Object.fromEntries(Object.keys(protectedAccount).map((key) => [key, ['odd']])));
  expect(new Set(odd.checks.map(({ verdict }) => verdict))).toEqual(new Set(['unknown']));
});

test('links to the account settings or the devices, except where a check does not apply', () => {
  const pages = ['https://app.plex.tv/desktop/#!/settings/account', 'https://app.plex.tv/desktop/#!/settings/devices'];
  const { checks } = checkupOf({ ...protectedAccount, twoFactorEnabled: false, confirmed: undefined });
  for (const { verdict, link } of checks) {
    if (verdict === 'not-applicable') expect(link).toBeUndefined();
    else expect(pages).toContain(link?.href);
  }
  const devices = checks.filter(({ link }) => link?.href === pages[1]).map(({ id }) => id);
  expect(devices).toEqual(['sign-in']);
});
