import { describe, expect, test } from 'vitest';
import { openSecrets } from '../test/open-secrets.ts';
import { redact } from './redact.ts';
import { Secret } from './secret.ts';

const jwt = 'eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl';

describe('hidden by its name', () => {
  test.each([
    'recoveryPhrase',
    'backup_code',
    'homePin',
    'totpSeed',
    'session',
    'token',
    'authToken',
    'auth_token',
    'X-Plex-Token',
    'accessToken',
    'secret',
    'clientSecret',
    'password',
    'passwordHash',
    'passphrase',
    'credentials',
    'cookie',
    'jwt',
    'bearer',
    'privateKey',
    'signature',
    'apiKey',
    'api_key',
    'api-key',
    'accessKey',
    'auth',
    'pin',
    'PIN',
    'otp',
    'queueEmail',
    'queueUid',
  ])('is what came under %s', (name) => {
    expect(openSecrets(redact({ [name]: 'x' }))).toEqual({ [name]: { secret: 'x' } });
    expect(openSecrets(redact({ [name]: 7 }))).toEqual({ [name]: { secret: '7' } });
  });

  test('is all that lies below it, keys as well', () => {
    expect(openSecrets(redact({ tokens: [{ a: 'x', b: { c: 7 } }, 'y'] }))).toEqual({
      tokens: [[{ secret: 'x' }, [{ secret: '7' }]], { secret: 'y' }],
    });
  });

  test('is not what tells nothing', () => {
    const value = { token: null, pin: true, secret: '', auth: false, queueUid: [], cookie: [null] };
    expect(redact(value)).toEqual(value);
  });
});

describe('hidden by its shape', () => {
  test.each([
    ['a JWT', jwt],
    ['a JWT with its scheme', `Bearer ${jwt}`],
    ['a token of 20 characters', 'xK7pQ9mN2vB4cX8zLwRt'],
    ['a token with dashes', 'xK7-pQ9_mN2vB4cX8zLw'],
    ['a token without a digit', 'xKupQbmNovBicXezLwRt'],
    ['16 hexadecimal digits', '212acf24b07315e5'],
    ['40 hexadecimal digits', 'da39a3ee5e6b4b0d3255bfef95601890afd80709'],
    ['base64', 'dGhpcyBpcyBhIHNlY3JldA=='],
    ['a UUID', '123e4567-e89b-12d3-a456-426614174000'],
    ['an address with a token', 'https://example.com/photo?width=3&X-Plex-Token=abc'],
    ['an address with a token in its fragment', 'https://example.com/#access_token=abc'],
    ['an address with a key', '/path?api_key=abc'],
    ['an address with a user and a password', 'https://user:pass@example.com/'],
    ['JSON with a token', '{"servers":[{"accessToken":"abc"}]}'],
    ['JSON with a token-like text', '["xK7pQ9mN2vB4cX8zLwRt"]'],
    ['JSON that is one text', '"xK7pQ9mN2vB4cX8zLwRt"'],
    ['JSON inside JSON', JSON.stringify({ value: JSON.stringify({ pin: '1234' }) })],
    ['JSON too deep to look through', `${'['.repeat(50)}{"token":"abc"}${']'.repeat(50)}`],
  ])('is %s', (_, text) => {
    expect(openSecrets(redact({ any: [text] }))).toEqual({ any: [{ secret: text }] });
  });
});

describe('to be seen', () => {
  test.each([
    ['a word', 'plexpass'],
    ['a sentence', 'Lifetime Plex Pass since 2019, paid in full by 1 card'],
    ['a name of many words', 'Ada Augusta King-Noel Countess of Lovelace'],
    ['a feature', 'Android - Dolby Vision'],
    ['a long feature', 'web-desktop-live-tv-chromecast-remote-player'],
    ['a feature with underscores', 'comments_and_replies_push_notifications'],
    ['an e-mail address', 'ada.lovelace1815@example.com'],
    ['an ISO date', '2024-03-24T05:13:37Z'],
    ['an ISO date with an offset', '2024-03-24T05:13:37.123+02:00'],
    ['a day', '2024-03-24'],
    ['the XML date', '2024-03-24 05:13:37 UTC'],
    ['an address', 'https://plex.tv/users/212acf24b07315e5/avatar?c=1630875354'],
    ['a version', '1.40.1.8227'],
    ['a long number', '1234567890123456'],
    ['a language', 'pt-BR'],
    ['harmless JSON', '{"schemaVersion":5,"hubs":[]}'],
    ['what only looks like JSON', '{not json'],
    ['quoted words', '"as it is"'],
    ['empty text', ''],
  ])('is %s', (_, text) => {
    expect(redact({ any: [text] })).toEqual({ any: [text] });
  });

  test.each(['author', 'key', 'keyboard', 'pinned', 'authority', 'title', 'id', 'opinion'])(
    'is what came under %s',
    (name) => {
      expect(redact({ [name]: 'x' })).toEqual({ [name]: 'x' });
    },
  );

  test('are numbers, flags and null as they came', () => {
    expect(redact([7, -1.5, true, false, null])).toEqual([7, -1.5, true, false, null]);
  });
});

test('the outermost name counts as well', () => {
  expect(redact('x', 'token')).toBeInstanceOf(Secret);
  expect(redact('x', 'title')).toBe('x');
});

test('what is no JSON becomes text', () => {
  expect(redact([undefined, 7n, Symbol('s')])).toEqual(['undefined', '7', 'Symbol(s)']);
});

test('what lies deeper than 40 levels is left out', () => {
  const nested = (levels: number): unknown => JSON.parse(`${'['.repeat(levels)}1${']'.repeat(levels)}`);
  expect(redact(nested(40))).toEqual(nested(40));
  expect(JSON.stringify(redact(nested(41)))).toContain('…');
});
