import { beforeAll, expect, test } from 'vitest';
import type { Account } from '../../plex/account/account.ts';
import { parseAccount } from '../../plex/account/parse-account.ts';
import { waitingSources } from '../../test/sources.ts';
import { type Check, type Checkup, checkup } from './checkup.ts';

/*
 * Every combination of the flags that the checkup reads, each true, false and missing. The expectations are independent
 * of the code of the rules. `checkup-sign-in.test.ts` covers the end of a sign-in.
 */

const now = new Date('2026-11-23T12:00:00Z');
const flagValues = [true, false, undefined];
const emptyAccount = parseAccount({});
const judgedFlags = [
  'twoFactorEnabled',
  'backupCodesCreated',
  'confirmed',
  'hasPassword',
  'emailOnlyAuth',
  'home',
  'protected',
  'experimentalFeatures',
] as const;
const personFlags = ['restricted', 'restriced', 'guest', 'anonymous'] as const;

type Row = Account & { [Key in (typeof judgedFlags | typeof personFlags)[number]]?: boolean | undefined };
type Case = { account: Row; result: Checkup; verdicts: Map<string, Check['verdict']> };

function combinations(keys: readonly string[]): Record<string, boolean | undefined>[] {
  const [key, ...others] = keys;
  if (key === undefined) return [{}];
  return combinations(others).flatMap((rest) => flagValues.map((value) => ({ ...rest, [key]: value })));
}

function caseOf(sent: object): Case {
  const account = { ...emptyAccount, ...sent } as Row;
  const result = checkup(account, waitingSources, now);
  return { account, result, verdicts: new Map(result.checks.map(({ id, verdict }) => [id, verdict])) };
}

/** Fails with the first case for which the condition is false. */
function expectForEach(cases: readonly Case[], holds: (row: Case) => boolean) {
  const broken = cases.find((row) => !holds(row));
  expect(broken && { ...broken.account, result: broken.result }).toBeUndefined();
}

let own: Case[];
let limitedUsers: Case[];

beforeAll(() => {
  const sizes = [undefined, 1, 3];
  own = combinations(judgedFlags).flatMap((sent) => sizes.map((homeSize) => caseOf({ ...sent, homeSize })));
  // The other flags must not matter, so three combinations are enough: all true, all false, all missing.
  const others = [true, false, undefined].map((value) => Object.fromEntries(judgedFlags.map((key) => [key, value])));
  limitedUsers = combinations(personFlags)
    .filter((sent) => Object.values(sent).includes(true))
    .flatMap((sent) => others.map((rest) => caseOf({ homeSize: 3, rememberExpiresAt: now, ...rest, ...sent })));
});

test('covers every combination', () => {
  expect(own).toHaveLength(3 ** 8 * 3);
  expect(limitedUsers).toHaveLength((3 ** 4 - 2 ** 4) * 3);
});

test('never warns a managed member, a guest or an anonymous account', () => {
  expectForEach(limitedUsers, ({ result }) => {
    return result.checks.length === 0 && result.attentionCount === 0 && result.answer.includes('nothing');
  });
});

test('gives every account of one’s own all eight checks once, with a title and a reason', () => {
  expectForEach(own, ({ result: { checks }, verdicts }) => {
    return checks.length === 8 && verdicts.size === 8 && checks.every(({ title, why }) => title && /\w.*\.$/.test(why));
  });
});

test('orders the checks: attention, good, information, unknown, not applicable', () => {
  const order = ['attention', 'good', 'information', 'unknown', 'not-applicable'];
  expectForEach(own, ({ result: { checks } }) => {
    const ranks = checks.map(({ verdict }) => order.indexOf(verdict));
    return ranks.every((rank, index) => index === 0 || rank >= (ranks[index - 1] ?? 0));
  });
});

test('orders the checks that need attention by importance', () => {
  const importance = ['two-factor', 'home-pin', 'backup-codes', 'password', 'email'];
  expectForEach(own, ({ result: { checks } }) => {
    const toLookAt = checks.filter(({ verdict }) => verdict === 'attention').map(({ id }) => id);
    return toLookAt.join() === importance.filter((id) => toLookAt.includes(id)).join();
  });
});

test('counts the checks that need attention, and names the first two in the answer', () => {
  const todos = new Map([
    ['two-factor', 'turn on two-factor sign-in'],
    ['home-pin', 'set a Home PIN'],
    ['backup-codes', 'create backup codes'],
    ['password', 'set a password'],
    ['email', 'confirm your e-mail address'],
  ]);
  expectForEach(own, ({ result: { checks, attentionCount, answer } }) => {
    const looks = checks.filter(({ verdict }) => verdict === 'attention');
    const first = looks.slice(0, 2).map(({ id }) => id);
    const named = [...todos].filter(([, todo]) => answer.toLowerCase().includes(todo.toLowerCase())).map(([id]) => id);
    return attentionCount === looks.length && named.join() === first.join();
  });
});

test('warns about the Home PIN only with a shared Home and no PIN', () => {
  expectForEach(own, ({ account, verdicts }) => {
    const isShared = account.home !== false && account.homeSize === 3;
    const isOpen = isShared && account.protected === false;
    return (verdicts.get('home-pin') === 'attention') === isOpen;
  });
});

test('calls an account well protected only if nothing but the Home PIN is missing', () => {
  expectForEach(own, ({ result: { checks, answer } }) => {
    const isAllGood = checks.every(({ id, verdict }) => id === 'home-pin' || /good|information|not-app/.test(verdict));
    return !answer.includes('well protected') || isAllGood;
  });
});

/** For each check, what plex.tv must have sent for the verdicts "good" and "attention". */
const grounds: Record<string, { good: (row: Row) => boolean; attention: (row: Row) => boolean }> = {
  'two-factor': { good: (row) => row.twoFactorEnabled === true, attention: (row) => row.twoFactorEnabled === false },
  'backup-codes': {
    good: (row) => row.twoFactorEnabled === true && row.backupCodesCreated === true,
    attention: (row) => row.twoFactorEnabled === true && row.backupCodesCreated === false,
  },
  password: {
    good: (row) => row.hasPassword === true || row.emailOnlyAuth === true,
    attention: (row) => row.hasPassword === false && row.emailOnlyAuth === false,
  },
  email: { good: (row) => row.confirmed === true, attention: (row) => row.confirmed === false },
  experimental: {
    good: (row) => row.experimentalFeatures === false,
    attention: () => false,
  },
};

test.each(Object.entries(grounds))('judges %s only by what plex.tv sent', (id, { good, attention }) => {
  expectForEach(own, ({ account, verdicts }) => (verdicts.get(id) === 'good') === good(account));
  expectForEach(own, ({ account, verdicts }) => (verdicts.get(id) === 'attention') === attention(account));
});

test('calls the Home PIN good only if it is set and the Home is shared', () => {
  expectForEach(own, ({ account, verdicts }) => {
    const isAlone = account.home === false || account.homeSize === 1;
    return (verdicts.get('home-pin') === 'good') === (account.protected === true && !isAlone);
  });
});
