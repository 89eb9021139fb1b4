// @vitest-environment node
import { expect, test } from 'vitest';
import type { Account } from '../../plex/account.ts';
import { parseAccount } from '../../plex/parse-account.ts';
import { formerPassAccount } from '../../sample/accounts/former-pass.ts';
import { freeAccount } from '../../sample/accounts/free.ts';
import { managedMemberAccount } from '../../sample/accounts/managed-member.ts';
import { oddAccount } from '../../sample/accounts/odd.ts';
import { type Check, type Checkup, checkup } from './checkup.ts';

type Json = Record<string, unknown>;

const now = new Date('2026-11-23T12:00:00Z');
const unixDay = 86_400;
const unixNow = now.getTime() / 1000;

/** Everything in order, in a Home of three. */
const inOrder = {
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

/** "look: No Home PIN" */
function told(result: Checkup): string[] {
  return result.checks.map(({ verdict, title }) => `${verdict}: ${title}`);
}

test('an account in order has nothing to look at', () => {
  const result = checkupOf(inOrder);
  expect(result).toMatchObject({ attentionCount: 0, answer: 'Nothing to look at.' });
  expect(told(result)).toEqual([
    'good: Two-factor sign-in is on',
    'good: A Home PIN is set',
    'good: Backup codes are created',
    'good: A password is set',
    'good: Your e-mail address is confirmed',
    'good: This sign-in lasts 11 more days',
    'good: Experimental features are off',
    'not-applicable: The account token names no end',
  ]);
});

test('the worst account is told everything by importance, the first thing in the answer', () => {
  const result = checkupOf({
    ...inOrder,
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
  expect(told(result)).toEqual([
    'look: Two-factor sign-in is off',
    'look: No password',
    'look: Your e-mail address is not confirmed',
    'look: This sign-in is past its end',
    'look: Experimental features are on',
    'not-applicable: No Home PIN',
    'not-applicable: No backup codes needed',
    'not-applicable: The account token names no end',
  ]);
});

test.each<[what: string, changed: Json, id: string, verdict: Check['verdict'], why: string]>([
  ['two-factor off', { twoFactorEnabled: false }, 'two-factor', 'look', 'No code is asked'],
  [
    'two-factor off and what it needs',
    { twoFactorEnabled: false, hasPassword: false, confirmed: false },
    'two-factor',
    'look',
    'plex.tv wants a password and a confirmed e-mail address',
  ],
  ['two-factor odd', { twoFactorEnabled: 'yes' }, 'two-factor', 'unknown', 'did not say clearly'],
  ['no backup codes', { backupCodesCreated: false }, 'backup-codes', 'look', 'you lose your way in'],
  ['the Home loophole', { protected: false }, 'home-pin', 'look', 'can switch to you without a code'],
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
  ['no password', { hasPassword: false }, 'password', 'look', 'depend on Google'],
  ['e-mail only', { hasPassword: false, emailOnlyAuth: true }, 'password', 'good', 'by your e-mail address'],
  ['unconfirmed', { confirmed: false }, 'email', 'look', 'cannot help you back in'],
  ['experiments', { experimentalFeatures: true }, 'experimental', 'look', 'still trying out'],
])('says so of %s', (_, changed, id, verdict, why) => {
  const check = find(checkupOf({ ...inOrder, ...changed }), id);
  expect(check).toMatchObject({ verdict, why: expect.stringContaining(why) });
});

test('tells how many things there are, and what to do first', () => {
  const answerTo = (changed: Json) => checkupOf({ ...inOrder, ...changed }).answer;
  expect(answerTo({ confirmed: false })).toBe('One thing to look at: confirm your e-mail address.');
  expect(answerTo({ protected: false })).toBe(
    'Your account is well protected, except from inside your own Home: set a Home PIN.',
  );
  expect(answerTo({ protected: false, confirmed: undefined })).toBe('One thing to look at: set a Home PIN.');
  expect(answerTo({ protected: false, confirmed: false })).toBe('2 things to look at. First: set a Home PIN.');
  expect(answerTo({ confirmed: undefined })).toBe('Nothing to look at in what plex.tv said.');
  expect(checkupOf({}).answer).toBe('plex.tv did not say how your account is protected.');
  expect(told(checkupOf({}))).toHaveLength(8);
});

test.each<[answer: string, reply: Json]>([
  ['2 things to look at. First: turn on two-factor sign-in.', { ...formerPassAccount(now), confirmed: false }],
  ['One thing to look at: turn on two-factor sign-in.', freeAccount(now)],
  ['You are a managed member: the admin of your Home sees to all of this.', managedMemberAccount(now)],
  ['You are a managed member: the admin of your Home sees to all of this.', { ...inOrder, restriced: true }],
  [
    'You are a managed member: the admin of your Home sees to all of this.',
    { username: '', email: '', hasPassword: false, confirmed: false, twoFactorEnabled: false },
  ],
  ['You use the guest seat of a Home: its admin sees to all of this.', { ...managedMemberAccount(now), guest: true }],
  [
    'You are here without an account of your own, so there is nothing to protect yet.',
    { ...freeAccount(now), anonymous: true },
  ],
])('says “%s”', (answer, reply) => {
  expect(checkupOf(reply).answer).toBe(answer);
});

test('an account full of odd values is judged without being alarmed by them', () => {
  const result = checkupOf(JSON.parse(JSON.stringify(oddAccount(now))));
  expect(result.checks).toHaveLength(8);
  const odd = checkupOf(Object.fromEntries(Object.keys(inOrder).map((key) => [key, ['odd']])));
  expect(new Set(odd.checks.map(({ verdict }) => verdict))).toEqual(new Set(['unknown']));
});

test('links lead to the account page and to the devices, and are missing only where nothing applies', () => {
  const pages = ['https://app.plex.tv/desktop/#!/settings/account', 'https://app.plex.tv/desktop/#!/settings/devices'];
  const { checks } = checkupOf({ ...inOrder, twoFactorEnabled: false, confirmed: undefined });
  for (const { verdict, link } of checks) {
    if (verdict === 'not-applicable') expect(link).toBeUndefined();
    else expect(pages).toContain(link?.href);
  }
  const devices = checks.filter(({ link }) => link?.href === pages[1]).map(({ id }) => id);
  expect(devices).toEqual(['sign-in']);
});
