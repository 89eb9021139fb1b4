import { expect, test } from 'vitest';
import type { AccountSources } from '../../plex/access/sources.ts';
import type { Account } from '../../plex/account/account.ts';
import { parseAccount } from '../../plex/account/parse-account.ts';
import { formerPassAccount } from '../../sample/accounts/former-pass-account.ts';
import { freeAccount } from '../../sample/accounts/free-account.ts';
import { managedMemberAccount } from '../../sample/accounts/managed-member-account.ts';
import { oddAccount } from '../../sample/accounts/odd-account.ts';
import { accountFrom } from '../../test/account-from.ts';
import { answeredSources, waitingSources } from '../../test/sources.ts';
import { plexHomeTerms } from '../home/plex-home-terms.ts';
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

function checkupOf(reply: Json, sources = waitingSources): Checkup {
  return checkup(parse(reply), sources, now);
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
  expect(result.attentionCount).toBe(0);
  expect(checkupOf(protectedAccount, answeredSources).answer).toBe('Nothing to do.');
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
    answer: 'Turn on two-factor sign-in, then set a Home PIN. Three more things are worth a look.',
  });
  expect(verdictsOf(result)).toEqual([
    'attention: Two-factor sign-in is off',
    'attention: You have no Home PIN',
    'attention: No password',
    'attention: Your e-mail address is not confirmed',
    'attention: This sign-in should have ended',
    'information: Experimental features are on',
    'not-applicable: Backup codes come with two-factor',
    'not-applicable: The account token has no end date',
  ]);
});

test.each<[what: string, changed: Json, id: string, verdict: Check['verdict'], why: string]>([
  ['two-factor off', { twoFactorEnabled: false }, 'two-factor', 'attention', 'A code stops that.'],
  [
    'two-factor off and what it needs',
    { twoFactorEnabled: false, hasPassword: false, confirmed: false },
    'two-factor',
    'attention',
    'plex.tv needs a password and a confirmed e-mail address',
  ],
  ['unexpected two-factor value', { twoFactorEnabled: 'yes' }, 'two-factor', 'unknown', 'did not say clearly'],
  ['no backup codes', { backupCodesCreated: false }, 'backup-codes', 'attention', 'you cannot sign in'],
  ['the Home loophole', { protected: false }, 'home-pin', 'attention', 'can switch to you without a password'],
  ['no PIN, alone', { protected: false, homeSize: 1 }, 'home-pin', 'not-applicable', 'nobody can switch'],
  ['no PIN, no Home', { protected: false, home: false }, 'home-pin', 'not-applicable', 'nobody can switch'],
  [
    'no PIN, no size',
    { protected: false, homeSize: null },
    'home-pin',
    'unknown',
    'others are in a Plex Home with you',
  ],
  ['no PIN, no code', { protected: false, twoFactorEnabled: false }, 'home-pin', 'attention', 'can switch to you'],
  ['no password', { hasPassword: false }, 'password', 'attention', 'need Google'],
  ['e-mail only', { hasPassword: false, emailOnlyAuth: true }, 'password', 'good', 'by your e-mail address'],
  ['unconfirmed', { confirmed: false }, 'email', 'attention', 'cannot help you to sign in again'],
  ['experiments', { experimentalFeatures: true }, 'experimental', 'information', 'still testing'],
])('judges %s', (_, changed, id, verdict, why) => {
  const check = find(checkupOf({ ...protectedAccount, ...changed }), id);
  expect(check).toMatchObject({ verdict, why: expect.stringContaining(why) });
});

test('answers how many findings there are, and what to do first', () => {
  const answerOf = (reply: Json) => checkup(parse(reply), answeredSources, now).answer;
  const answerTo = (changed: Json) => answerOf({ ...protectedAccount, ...changed });
  expect(answerTo({ confirmed: false })).toBe('Confirm your e-mail address.');
  expect(answerTo({ protected: false })).toBe(
    'Your sign-in is well protected. Inside your Home one thing is left: set a Home PIN.',
  );
  expect(answerTo({ protected: false, confirmed: undefined })).toBe('Set a Home PIN.');
  expect(answerTo({ protected: false, confirmed: false })).toBe('Set a Home PIN, then confirm your e-mail address.');
  expect(answerTo({ confirmed: undefined })).toBe('Nothing to do, but this page does not know everything.');
  expect(answerOf({})).toBe('plex.tv did not say how your account is protected.');
  expect(verdictsOf(checkupOf({}))).toHaveLength(8);
});

test.each<[answer: string, reply: Json]>([
  ['Turn on two-factor sign-in, then confirm your e-mail address.', { ...formerPassAccount(now), confirmed: false }],
  ['Turn on two-factor sign-in.', freeAccount(now)],
  ['The admin of your Home manages your sign-in, so there is nothing for you to do.', managedMemberAccount(now)],
  [
    'The admin of your Home manages your sign-in, so there is nothing for you to do.',
    { ...protectedAccount, restriced: true },
  ],
  [
    'The admin of your Home manages your sign-in, so there is nothing for you to do.',
    { username: '', email: '', hasPassword: false, confirmed: false, twoFactorEnabled: false },
  ],
  [
    'You use the guest seat of a Home. Its admin manages the sign-in, so there is nothing for you to do.',
    { ...managedMemberAccount(now), guest: true },
  ],
  [
    'You are here without an account of your own, so there is nothing to protect yet.',
    { ...freeAccount(now), anonymous: true },
  ],
])('answers “%s”', (answer, reply) => {
  expect(checkupOf(reply).answer).toBe(answer);
});

test('gives no warning because of unexpected values', () => {
  const result = checkupOf(JSON.parse(JSON.stringify(oddAccount(now))));
  expect(result.attentionCount).toBe(0);
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

test('promises no more of a Home PIN than is known', () => {
  const { checks } = checkup(
    accountFrom({ id: 1, home: true, homeSize: 3, homeAdmin: false, protected: true }),
    waitingSources,
    now,
  );
  const why = checks.find(({ id }) => id === 'home-pin')?.why;
  expect(why).toMatch(/may ask for it.*Reports differ/);
  const words = [why, ...plexHomeTerms.flat()].join(' ');
  expect(words).not.toMatch(/nobody|only with|always|cannot switch|Plex asks for/i);
});

test('draws no conclusion while plex.tv has not answered everything', () => {
  const answer = (sources: AccountSources, changed: Json = {}) =>
    checkup(parse({ ...protectedAccount, ...changed }), sources, now).answer;
  expect(answer(answeredSources)).toBe('Nothing to do.');
  const partial = { ...answeredSources, devices: waitingSources.devices };
  expect(answer(partial)).toBe('plex.tv has not answered everything yet.');
  expect(answer(partial, { protected: false })).toBe('Set a Home PIN.');
  const slow = { ...answeredSources, devices: { state: 'waiting', isSlow: true, stop: () => undefined } } as const;
  expect(answer(slow)).toBe('Nothing to do, but this page does not know everything.');
});

test('counts the checks that wait for plex.tv', () => {
  const waiting = (sources: AccountSources, changed: Json = {}) =>
    checkup(parse({ ...protectedAccount, ...changed }), sources, now).waitingCount;
  expect(waiting(waitingSources)).toBe(4);
  // Only the admin of a Home can do something about the PINs of others.
  expect(waiting(waitingSources, { homeAdmin: true })).toBe(5);
  expect(waiting({ ...waitingSources, devices: answeredSources.devices })).toBe(3);
  expect(waiting(answeredSources)).toBe(0);
});
