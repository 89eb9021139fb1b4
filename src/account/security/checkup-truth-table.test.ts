// @vitest-environment node
import { beforeAll, expect, test } from 'vitest';
import type { Account } from '../../plex/account.ts';
import { parseAccount } from '../../plex/parse-account.ts';
import { type Check, type Checkup, checkup } from './checkup.ts';

/*
 * Every combination of what the checkup reads, each flag true, false and not sent. What must hold for all of them is
 * written without looking at how the rules are written. When a sign-in ends is a table of its own.
 */

const now = new Date('2026-11-23T12:00:00Z');
const flag = [true, false, undefined];
const nothingSaid = parseAccount({});
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
  return combinations(others).flatMap((rest) => flag.map((value) => ({ ...rest, [key]: value })));
}

function caseOf(said: object): Case {
  const account = { ...nothingSaid, ...said } as Row;
  const result = checkup(account, now);
  return { account, result, verdicts: new Map(result.checks.map(({ id, verdict }) => [id, verdict])) };
}

/** Fails with the first row for which something does not hold. */
function expectOfEach(cases: readonly Case[], holds: (row: Case) => boolean) {
  const broken = cases.find((row) => !holds(row));
  expect(broken && { ...broken.account, result: broken.result }).toBeUndefined();
}

let own: Case[];
let dependent: Case[];

beforeAll(() => {
  const sizes = [undefined, 1, 3];
  own = combinations(judgedFlags).flatMap((said) => sizes.map((homeSize) => caseOf({ ...said, homeSize })));
  // What these are judged by must not matter: the best, the worst and the silent account stand for all.
  const judged = [true, false, undefined].map((value) => Object.fromEntries(judgedFlags.map((key) => [key, value])));
  dependent = combinations(personFlags)
    .filter((said) => Object.values(said).includes(true))
    .flatMap((said) => judged.map((rest) => caseOf({ homeSize: 3, rememberExpiresAt: now, ...rest, ...said })));
});

test('the table is whole', () => {
  expect(own).toHaveLength(3 ** 8 * 3);
  expect(dependent).toHaveLength((3 ** 4 - 2 ** 4) * 3);
});

test('a managed member, a guest and an anonymous account are never alarmed, nor told to do anything', () => {
  expectOfEach(dependent, ({ result }) => {
    const isQuiet = result.checks.every(({ verdict, link }) => verdict === 'not-applicable' && !link);
    return isQuiet && result.attentionCount === 0 && result.answer.startsWith('You ');
  });
});

test('every account gets all eight checks, each once, with words and a reason', () => {
  expectOfEach([...own, ...dependent], ({ result: { checks }, verdicts }) => {
    return checks.length === 8 && verdicts.size === 8 && checks.every(({ title, why }) => title && /\w.*\.$/.test(why));
  });
});

test('what to look at stands first, then what is good, what is unknown, what does not apply', () => {
  const order = ['attention', 'good', 'unknown', 'not-applicable'];
  expectOfEach(own, ({ result: { checks } }) => {
    const ranks = checks.map(({ verdict }) => order.indexOf(verdict));
    return ranks.every((rank, index) => index === 0 || rank >= (ranks[index - 1] ?? 0));
  });
});

test('what to look at stands by importance', () => {
  const importance = ['two-factor', 'home-pin', 'backup-codes', 'password', 'email', 'experimental'];
  expectOfEach(own, ({ result: { checks } }) => {
    const toLookAt = checks.filter(({ verdict }) => verdict === 'attention').map(({ id }) => id);
    return toLookAt.join() === importance.filter((id) => toLookAt.includes(id)).join();
  });
});

test('the count is the number of things to look at, and the answer names the first of them and no other', () => {
  const todos = new Map([
    ['two-factor', 'turn on two-factor sign-in'],
    ['home-pin', 'set a Home PIN'],
    ['backup-codes', 'create backup codes'],
    ['password', 'set a password'],
    ['email', 'confirm your e-mail address'],
    ['experimental', 'decide whether you want experimental features'],
  ]);
  expectOfEach(own, ({ result: { checks, attentionCount, answer } }) => {
    const looks = checks.filter(({ verdict }) => verdict === 'attention');
    const first = looks[0] ? [looks[0].id] : [];
    const named = [...todos].filter(([, todo]) => answer.includes(todo)).map(([id]) => id);
    return attentionCount === looks.length && named.join() === first.join();
  });
});

test('the Home loophole is told if, and only if, a code is asked, others share the Home and no PIN is set', () => {
  expectOfEach(own, ({ account, verdicts }) => {
    const isShared = account.home !== false && account.homeSize === 3;
    const isOpen = account.twoFactorEnabled === true && isShared && account.protected === false;
    return (verdicts.get('home-pin') === 'attention') === isOpen;
  });
});

test('an account is called well protected only when all is good but the Home', () => {
  expectOfEach(own, ({ result: { checks, answer } }) => {
    const isAllGood = checks.every(({ id, verdict }) => id === 'home-pin' || /good|not-app/.test(verdict));
    return !answer.includes('well protected') || isAllGood;
  });
});

/** By check, what plex.tv must have said for it to be good, and for it to be looked at. */
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
    attention: (row) => row.experimentalFeatures === true,
  },
};

test.each(Object.entries(grounds))(
  '%s: nothing is good or alarming unless plex.tv said so',
  (id, { good, attention }) => {
    expectOfEach(own, ({ account, verdicts }) => (verdicts.get(id) === 'good') === good(account));
    expectOfEach(own, ({ account, verdicts }) => (verdicts.get(id) === 'attention') === attention(account));
  },
);

test('a PIN is good only where it is said to be set, and may be asked for', () => {
  expectOfEach(own, ({ account, verdicts }) => {
    const isAlone = account.home === false || account.homeSize === 1;
    return (verdicts.get('home-pin') === 'good') === (account.protected === true && !isAlone);
  });
});
