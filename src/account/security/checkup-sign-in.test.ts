// @vitest-environment node
import { expect, test } from 'vitest';
import { parseAccount } from '../../plex/parse-account.ts';
import { type Checkup, checkup } from './checkup.ts';

const now = new Date('2026-11-23T12:00:00Z');
const unixNow = now.getTime() / 1000;
const unixDay = 86_400;
const plainToken = 'Tok-en_20_characters';

function checkupOf(authToken: string | undefined, rememberExpiresAt: unknown): Checkup {
  const account = parseAccount({ authToken, rememberExpiresAt });
  if (!account) throw new Error('no account came back');
  return checkup(account, now);
}

function told(result: Checkup, id: string): string {
  const { verdict, title } = result.checks.find((check) => check.id === id) ?? {};
  return `${verdict}: ${title}`;
}

function jsonWebToken(claims: unknown): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'EdDSA' })}.${part(claims)}.signature`;
}

const old = 'attention: The account token has expired';
const young = 'good: The account token is still valid';
const silent = 'not-applicable: The account token has no end date';

test.each<[what: string, daysLeft: number, signIn: string]>([
  ['fourteen days', 14, 'good: This sign-in lasts 14 more days'],
  ['eleven days and a quarter', 11.25, 'good: This sign-in lasts 11 more days'],
  ['two days', 2, 'good: This sign-in lasts 2 more days'],
  ['a second less than two days', 2 - 1 / unixDay, 'attention: This sign-in ends in 2 days'],
  ['five hours', 5 / 24, 'attention: This sign-in ends in 5 hours'],
  ['a second', 1 / unixDay, 'attention: This sign-in ends now'],
  ['nothing', 0, 'attention: This sign-in is past its end'],
  ['less than nothing', -400, 'attention: This sign-in is past its end'],
])('tells how long a sign-in lasts, and of a plain token no more than it says: %s', (_, daysLeft, signIn) => {
  const result = checkupOf(plainToken, Math.round(unixNow + daysLeft * unixDay));
  expect([told(result, 'sign-in'), told(result, 'token')]).toEqual([signIn, silent]);
});

test('a sign-in that is over counts once, whichever way it is told', () => {
  const yesterday = unixNow - unixDay;
  expect(checkupOf(plainToken, yesterday)).toMatchObject({
    attentionCount: 1,
    answer: 'One thing to look at: sign in again soon.',
  });
  const both = checkupOf(jsonWebToken({ exp: yesterday }), yesterday);
  expect(both).toMatchObject({ attentionCount: 1, answer: 'One thing to look at: sign in again.' });
  expect(told(both, 'sign-in')).toBe('not-applicable: This sign-in is over');
});

test('no end is nothing to see to, and no word is no end', () => {
  expect(told(checkupOf(plainToken, null), 'sign-in')).toBe('not-applicable: This sign-in has no end');
  for (const odd of [undefined, 0, 'soon', {}]) {
    expect(told(checkupOf(plainToken, odd), 'sign-in')).toBe('unknown: This sign-in: not known');
  }
  expect(told(checkupOf(undefined, unixNow + 5 * unixDay), 'token')).toBe('unknown: Account token: not known');
});

test('a JSON Web Token says itself when it expires', () => {
  const later = unixNow + 5 * unixDay;
  expect(told(checkupOf(jsonWebToken({ exp: unixNow - 1 }), later), 'token')).toBe(old);
  expect(told(checkupOf(jsonWebToken({ exp: unixNow }), later), 'token')).toBe(old);
  // These claims are written with - and _, which base64 proper does not know.
  const outliving = jsonWebToken({ exp: later, name: '¿¿¿>>>???' });
  expect(outliving).toMatch(/[-_].*[-_].*\.signature/);
  expect(told(checkupOf(outliving, unixNow - 1), 'token')).toBe(young);
});

test.each(['a.b.c', 'a..c', '..', jsonWebToken(null), jsonWebToken({ exp: 'soon' }), jsonWebToken({ exp: 1e300 })])(
  'nothing is claimed of a token that names no end: %s',
  (token) => {
    expect(told(checkupOf(token, unixNow + 5 * unixDay), 'token')).toBe(silent);
    expect(told(checkupOf(token, unixNow - 5 * unixDay), 'token')).toBe(silent);
  },
);

test('no word about a token tells the token', () => {
  const token = jsonWebToken({ exp: unixNow - 1 });
  const text = JSON.stringify(checkupOf(token, unixNow));
  for (const part of token.split('.')) expect(text).not.toContain(part);
});
