import { expect, test } from 'vitest';
import { accountFrom } from '../../test/account-from.ts';
import { factTexts } from '../../test/fact-text.ts';
import { localNoon, unixNoon } from '../../test/local-noon.ts';
import { waitingSources } from '../../test/sources.ts';
import { checkup } from '../security/checkup.ts';
import { securityView } from '../security/security.ts';
import { sessionLifetime } from '../security/session-lifetime.ts';
import { shareAccount } from '../share/share-account.ts';
import { signInEnd } from './sign-in-end.ts';

const now = localNoon('2026-11-23');

function jsonWebToken(exp: unknown): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'EdDSA' })}.${part({ exp })}.signature`;
}

/** What each place says about the end of the sign-in. */
function places(reply: object) {
  const account = accountFrom({ authToken: 'Tok-en_20_characters', ...reply });
  const end = signInEnd(account, now);
  const session = { method: 'password', actualStorage: 'tab', device: 'Chrome', end } as const;
  return {
    panel: sessionLifetime(session, now).timeLeft,
    check: checkup(account, waitingSources, now).checks.find(({ id }) => id === 'sign-in')?.title,
    fact: factTexts(securityView(account, waitingSources, now).facts)['This sign-in lasts until'],
  };
}

const inTwoWeeks = unixNoon('2026-12-07');
const inAWeek = unixNoon('2026-11-30');

test.each<[what: string, reply: object, expected: ReturnType<typeof places>]>([
  [
    'an end in two weeks',
    { rememberExpiresAt: inTwoWeeks },
    {
      panel: 'It lasts until 7 December 2026, 14 days from now.',
      check: 'This sign-in lasts 14 more days',
      fact: '7 December 2026 (in 14 days)',
    },
  ],
  [
    'a token that ends earlier',
    { rememberExpiresAt: inTwoWeeks, authToken: jsonWebToken(inAWeek) },
    {
      panel: 'It lasts until 30 November 2026, 7 days from now.',
      check: 'This sign-in lasts 7 more days',
      fact: '30 November 2026 (in 7 days) (Its token ends then. plex.tv remembers the sign-in until 7 December 2026.)',
    },
  ],
  [
    'a token that ends, and no other end',
    { rememberExpiresAt: null, authToken: jsonWebToken(inAWeek) },
    {
      panel: 'It lasts until 30 November 2026, 7 days from now.',
      check: 'This sign-in lasts 7 more days',
      fact: '30 November 2026 (in 7 days) (Its token ends then.)',
    },
  ],
  [
    'a token that ends later',
    { rememberExpiresAt: inAWeek, authToken: jsonWebToken(inTwoWeeks) },
    {
      panel: 'It lasts until 30 November 2026, 7 days from now.',
      check: 'This sign-in lasts 7 more days',
      fact: '30 November 2026 (in 7 days)',
    },
  ],
  [
    'the year 9999, with a token that ends in a week',
    { rememberExpiresAt: 253_402_300_799, authToken: jsonWebToken(inAWeek) },
    {
      panel: 'It lasts until 30 November 2026, 7 days from now.',
      check: 'This sign-in lasts 7 more days',
      fact: expect.stringMatching(/^30 November 2026 \(in 7 days\)/),
    },
  ],
  [
    'a token with a negative end, and an end in two weeks',
    { rememberExpiresAt: inTwoWeeks, authToken: jsonWebToken(-100_000) },
    {
      panel: 'plex.tv gave an end that cannot be right: 30 December 1969.',
      check: 'The end date of this sign-in cannot be right',
      fact: expect.stringMatching(
        /^30 December 1969 \(.* ago\) \[cannot be right\] \(Its token ends then\. plex\.tv remembers the sign-in until 7 December 2026\.\)$/,
      ),
    },
  ],
  [
    'a token that ends in the year 9999, and no other end',
    { rememberExpiresAt: null, authToken: jsonWebToken(253_402_200_000) },
    {
      panel: 'plex.tv gave an end that cannot be right: 30 December 9999.',
      check: 'The end date of this sign-in cannot be right',
      fact: '30 December 9999 (in 7,973 years) [cannot be right] (Its token ends then.)',
    },
  ],
  [
    'an end that has passed',
    { rememberExpiresAt: unixNoon('2026-11-01') },
    {
      panel: 'It should have ended on 1 November 2026: plex.tv may end it at any time.',
      check: 'This sign-in should have ended',
      fact: '1 November 2026 (22 days ago)',
    },
  ],
  [
    'the year 9999',
    { rememberExpiresAt: 253_402_200_000 },
    {
      panel: 'plex.tv gave an end that cannot be right: 30 December 9999.',
      check: 'The end date of this sign-in cannot be right',
      fact: '30 December 9999 (in 7,973 years) [cannot be right]',
    },
  ],
  ...[-1, 0, 'soon', 1e15, 253_402_300_800].map((sent): [string, object, ReturnType<typeof places>] => [
    `the value ${sent}`,
    { rememberExpiresAt: sent },
    {
      panel: `plex.tv gave an end that cannot be right: “${sent}”.`,
      check: 'The end date of this sign-in cannot be right',
      fact: `${sent} [not as expected]`,
    },
  ]),
  [
    'no end',
    { rememberExpiresAt: null },
    {
      panel: 'plex.tv gave no end for this sign-in.',
      check: 'This sign-in has no end',
      fact: 'No end given',
    },
  ],
  [
    'nothing',
    {},
    {
      panel: 'plex.tv did not say when this sign-in ends.',
      check: 'This sign-in: not known',
      fact: 'plex.tv did not say',
    },
  ],
])('every place says the same about %s', (_, reply, expected) => {
  expect(places(reply)).toEqual(expected);
});

test.each<[what: string, reply: object, sentence: string | undefined, note: string | undefined]>([
  ['an end in two weeks', { rememberExpiresAt: inTwoWeeks }, undefined, undefined],
  [
    'the year 9999',
    { rememberExpiresAt: 253_402_200_000 },
    'The end that plex.tv gave for the sign-in cannot be right.',
    'cannot be right',
  ],
  [
    'a negative end',
    { rememberExpiresAt: -1 },
    'The end that plex.tv gave for the sign-in cannot be right.',
    undefined,
  ],
  [
    'a token with a negative end',
    { rememberExpiresAt: inTwoWeeks, authToken: jsonWebToken(-100_000) },
    'The end that plex.tv gave for the sign-in cannot be right.',
    'the token gives an end that cannot be right',
  ],
  [
    'a token that has ended',
    { rememberExpiresAt: inTwoWeeks, authToken: jsonWebToken(unixNoon('2026-11-01')) },
    'The sign-in should have ended.',
    'the end of the token has passed',
  ],
  [
    'an end that has passed',
    { rememberExpiresAt: unixNoon('2026-11-01') },
    'The sign-in should have ended.',
    'this end has passed',
  ],
])('Share says the same about %s', (_, reply, sentence, note) => {
  const account = accountFrom({ authToken: 'Tok-en_20_characters', ...reply });
  const [sentences, values] = (['sentences', 'markdown'] as const).map((format) =>
    shareAccount(account, waitingSources, format, new Set(), now).text.split('\n'),
  );
  expect(sentences?.find((text) => text.includes('sign-in'))).toBe(sentence);
  const line = values?.find((text) => text.includes('rememberExpiresAt'));
  expect(line?.match(/ \((.*)\)$/)?.[1]).toBe(note);
});
