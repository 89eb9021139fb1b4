import { expect, test } from 'vitest';
import { parseAccount } from '../../plex/account/parse-account.ts';
import { waitingSources } from '../../test/sources.ts';
import { type Checkup, checkup } from './checkup.ts';

const now = new Date('2026-11-23T12:00:00Z');
const unixNow = now.getTime() / 1000;
const unixDay = 86_400;
const plainToken = 'Tok-en_20_characters';

function checkupOf(authToken: string | undefined, rememberExpiresAt: unknown): Checkup {
  const account = parseAccount({ authToken, rememberExpiresAt });
  if (!account) throw new Error('no account came back');
  return checkup(account, waitingSources, now);
}

function verdictOf(result: Checkup, id: string): string {
  const { verdict, title } = result.checks.find((check) => check.id === id) ?? {};
  return `${verdict}: ${title}`;
}

function jsonWebToken(claims: unknown): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'EdDSA' })}.${part(claims)}.signature`;
}

const expired = 'attention: The account token has expired';
const valid = 'good: The account token is still valid';
const withoutEnd = 'not-applicable: The account token has no end date';

test.each<[what: string, daysLeft: number, signIn: string]>([
  ['fourteen days', 14, 'good: This sign-in lasts 14 more days'],
  ['eleven days and a quarter', 11.25, 'good: This sign-in lasts 11 more days'],
  ['two days', 2, 'good: This sign-in lasts 2 more days'],
  ['a second less than two days', 2 - 1 / unixDay, 'attention: This sign-in ends in 2 days'],
  ['five hours', 5 / 24, 'attention: This sign-in ends in 5 hours'],
  ['a second', 1 / unixDay, 'attention: This sign-in ends now'],
  ['no time', 0, 'attention: This sign-in should have ended'],
  ['400 days after its end', -400, 'attention: This sign-in should have ended'],
])('shows how long a sign-in lasts, and no end for a plain token: %s', (_, daysLeft, signIn) => {
  const result = checkupOf(plainToken, Math.round(unixNow + daysLeft * unixDay));
  expect([verdictOf(result, 'sign-in'), verdictOf(result, 'token')]).toEqual([signIn, withoutEnd]);
});

test('counts an ended sign-in once, even if the token has expired too', () => {
  const yesterday = unixNow - unixDay;
  expect(checkupOf(plainToken, yesterday)).toMatchObject({
    attentionCount: 1,
    answer: 'Sign in again soon.',
  });
  const both = checkupOf(jsonWebToken({ exp: yesterday }), yesterday);
  expect(both).toMatchObject({ attentionCount: 1, answer: 'Sign in again.' });
  expect(verdictOf(both, 'sign-in')).toBe('not-applicable: This sign-in is over');
});

test('distinguishes a sign-in without an end from an unknown end', () => {
  expect(verdictOf(checkupOf(plainToken, null), 'sign-in')).toBe('not-applicable: This sign-in has no end');
  expect(verdictOf(checkupOf(plainToken, undefined), 'sign-in')).toBe('unknown: This sign-in: not known');
  for (const end of [0, 'soon', {}]) {
    expect(verdictOf(checkupOf(plainToken, end), 'sign-in')).toBe(
      'unknown: The end date of this sign-in cannot be right',
    );
  }
  expect(verdictOf(checkupOf(undefined, unixNow + 5 * unixDay), 'token')).toBe('unknown: Account token: not known');
});

test('reads the end of a JSON Web Token', () => {
  const later = unixNow + 5 * unixDay;
  expect(verdictOf(checkupOf(jsonWebToken({ exp: unixNow - 1 }), later), 'token')).toBe(expired);
  expect(verdictOf(checkupOf(jsonWebToken({ exp: unixNow }), later), 'token')).toBe(expired);
  // These claims contain - and _, which base64url has and base64 lacks.
  const longToken = jsonWebToken({ exp: later, name: '¿¿¿>>>???' });
  expect(longToken).toMatch(/[-_].*[-_].*\.signature/);
  expect(verdictOf(checkupOf(longToken, unixNow - 1), 'token')).toBe(valid);
});

test.each(['a.b.c', 'a..c', '..', jsonWebToken(null), jsonWebToken({ exp: 'soon' }), jsonWebToken({ exp: 1e300 })])(
  'claims nothing about a token without an end: %s',
  (token) => {
    expect(verdictOf(checkupOf(token, unixNow + 5 * unixDay), 'token')).toBe(withoutEnd);
    expect(verdictOf(checkupOf(token, unixNow - 5 * unixDay), 'token')).toBe(withoutEnd);
  },
);

test('never shows a part of the token', () => {
  const token = jsonWebToken({ exp: unixNow - 1 });
  const text = JSON.stringify(checkupOf(token, unixNow));
  for (const part of token.split('.')) expect(text).not.toContain(part);
});
