// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { secretFinder } from './secret-finder.ts';

const secret = 'Pá$s w0rd+ü&x';
const base64 = (text: string) => Buffer.from(text).toString('base64');
const entities = (text: string) => [...text].map((character) => `&#${character.codePointAt(0)};`).join('');
const jsonEscapes = (text: string) =>
  text.replace(/[^a-z]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

const encodings: [name: string, encoded: string][] = [
  ['as it is', secret],
  ['in upper case', secret.toUpperCase()],
  ['in lower case', secret.toLowerCase()],
  ['reversed', [...secret].reverse().join('')],
  ['reversed in upper case', [...secret].reverse().join('').toUpperCase()],
  ['base64', base64(secret)],
  ['base64 without padding', base64(secret).replace(/=+$/, '')],
  ['base64url', Buffer.from(secret).toString('base64url')],
  ['base64 after one byte', base64(`:${secret}`)],
  ['base64 after two bytes', base64(`a:${secret}!`)],
  ['hexadecimal', Buffer.from(secret).toString('hex')],
  ['percent-encoded', encodeURIComponent(secret)],
  ['percent-encoded twice', encodeURIComponent(encodeURIComponent(secret))],
  ['form-encoded', String(new URLSearchParams({ '': secret })).slice(1)],
  ['HTML entities', entities(secret)],
  ['named HTML entities', 'P&aacute;&dollar;s w0rd&plus;&uuml;&amp;x'],
  ['JSON escapes', jsonEscapes(secret)],
  ['JSON escapes in lower case', jsonEscapes(secret).toLowerCase()],
  ['NFD', secret.normalize('NFD')],
  ['with zero-width characters', [...secret].join('\u200B')],
  ['with line breaks', [...secret].join('\n')],
];

test.each(encodings)('finds a secret %s', (_, encoded) => {
  const { isIn } = secretFinder(['other-secret', secret]);
  expect(isIn(encoded)).toBe(true);
  expect(isIn(`your password (${encoded}) is wrong`)).toBe(true);
});

test.each(encodings)('finds a secret %s among thousands', (_, encoded) => {
  const others = Array.from({ length: 2000 }, (_unused, index) => `another-secret-${index}`);
  expect(secretFinder([...others, secret]).isIn(`(${encoded})`)).toBe(true);
});

test.each(['', 'User could not be authenticated', 'Pas w0rd', '%E0%A4%A', '&#99999999;', '\\u12', '\uD800'])(
  'finds no secret in %j',
  (text) => {
    expect(secretFinder([secret, 'Tok-en_20_characters']).isIn(text)).toBe(false);
    expect(secretFinder([]).isIn(text)).toBe(false);
    expect(secretFinder(['']).isIn(text)).toBe(false);
  },
);

describe('a quoted text', () => {
  test.each<[what: string, secrets: string[], text: string, shown: string | undefined]>([
    ['keeps a text without the secret', ['hunter2!'], 'Wrong password', 'Wrong password'],
    ['hides the secret', ['hunter2!'], 'Wrong: hunter2! (hunter2!)', 'Wrong: [hidden] ([hidden])'],
    ['hides the longer of two secrets', ['hunter', 'hunter2!'], 'Wrong: hunter2!', 'Wrong: [hidden]'],
    ['hides characters of a pattern', ['p+&.*$1'], 'p+&.*$1 p+&', '[hidden] p+&'],
    ['is left out for a secret of one letter', ['d'], 'Invalid password', undefined],
    ['is kept if a short secret is not in it', ['z'], 'Invalid password', 'Invalid password'],
    ['is left out for a secret of three digits', ['123'], 'Wrong code 123', undefined],
    ['is left out if the secret is a part of the mark', ['hidden'], 'Wrong: hidden', undefined],
    ['is left out if a short and a long secret are in it', ['hunter2!', 'a'], 'hunter2! is bad', undefined],
    ['is left out in upper case', ['hunter2!'], 'hunter2! HUNTER2!', undefined],
    ['is left out if the secret remains around a removed one', ['abcdef'], 'abcabcdefdef', undefined],
    ...encodings
      .slice(1)
      .map(([name, encoded]): [string, string[], string, undefined] => [
        `is left out ${name}`,
        [secret],
        `no: ${encoded}`,
        undefined,
      ]),
  ])('%s', (_, secrets, text, shown) => {
    expect(secretFinder(secrets).remove(text)).toBe(shown);
  });
});
