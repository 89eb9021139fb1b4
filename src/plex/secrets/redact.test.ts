import { describe, expect, test } from 'vitest';
import { revealSecrets } from '../../test/reveal-secrets.ts';
import { redact } from './redact.ts';
import { Secret } from './secret.ts';

const jwt = 'eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl';

describe('a value is hidden by its name', () => {
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
  ])('under %s', (name) => {
    expect(revealSecrets(redact({ [name]: 'x' }))).toEqual({ [name]: { secret: 'x' } });
    expect(revealSecrets(redact({ [name]: 7 }))).toEqual({ [name]: { secret: '7' } });
  });

  test('with everything below it, keys as well', () => {
    expect(revealSecrets(redact({ tokens: [{ a: 'x', b: { c: 7 } }, 'y'] }))).toEqual({
      tokens: [[{ secret: 'x' }, [{ secret: '7' }]], { secret: 'y' }],
    });
  });

  test('but not when it is empty, null or boolean', () => {
    const value = { token: null, pin: true, secret: '', auth: false, queueUid: [], cookie: [null] };
    expect(redact(value)).toEqual(value);
  });
});

describe('a text is hidden by its shape', () => {
  test.each([
    ['a JWT', jwt],
    ['a JWT with its scheme', `Bearer ${jwt}`],
    [
      'a JWT with certificates in its header',
      `${btoa(JSON.stringify({ x5c: 'M'.repeat(3000), alg: 'RS256' })).replace(/=+$/, '')}.a b`.replace(' ', '.'),
    ],
    ['a token of 20 characters', 'xK7pQ9mN2vB4cX8zLwRt'],
    ['a token with dashes', 'xK7-pQ9_mN2vB4cX8zLw'],
    ['a token without a digit', 'xKupQbmNovBicXezLwRt'],
    ['16 hexadecimal digits', '212acf24b07315e5'],
    ['40 hexadecimal digits', 'da39a3ee5e6b4b0d3255bfef95601890afd80709'],
    ['base64', 'dGhpcyBpcyBhIHNlY3JldA=='],
    ['a UUID', '123e4567-e89b-12d3-a456-426614174000'],
    ['a URL with a token', 'https://example.com/photo?width=3&X-Plex-Token=abc'],
    ['a URL with a token in its fragment', 'https://example.com/#access_token=abc'],
    ['a URL with a key', '/path?api_key=abc'],
    ['a URL with a user and a password', 'https://user:pass@example.com/'],
    ['JSON with a token', '{"servers":[{"accessToken":"abc"}]}'],
    ['JSON with a token-like text', '["xK7pQ9mN2vB4cX8zLwRt"]'],
    ['JSON that is a single text', '"xK7pQ9mN2vB4cX8zLwRt"'],
    ['JSON inside JSON', JSON.stringify({ value: JSON.stringify({ pin: '1234' }) })],
    ['JSON with too many levels', `${'['.repeat(50)}{"token":"abc"}${']'.repeat(50)}`],
  ])('when it is %s', (_, text) => {
    expect(revealSecrets(redact({ any: [text] }))).toEqual({ any: [{ secret: text }] });
  });
});

describe('a value is shown', () => {
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
    ['a URL', 'https://plex.tv/users/212acf24b07315e5/avatar?c=1630875354'],
    ['a version', '1.40.1.8227'],
    ['a long number', '1234567890123456'],
    ['a language', 'pt-BR'],
    ['harmless JSON', '{"schemaVersion":5,"hubs":[]}'],
    ['text that only looks like JSON', '{not json'],
    ['quoted words', '"as it is"'],
    ['empty text', ''],
  ])('when it is %s', (_, text) => {
    expect(redact({ any: [text] })).toEqual({ any: [text] });
  });

  test.each(['author', 'key', 'keyboard', 'pinned', 'authority', 'title', 'id', 'opinion'])('under %s', (name) => {
    expect(redact({ [name]: 'x' })).toEqual({ [name]: 'x' });
  });

  test('when it is a number, a boolean or null', () => {
    expect(redact([7, -1.5, true, false, null])).toEqual([7, -1.5, true, false, null]);
  });
});

test('uses the name of the outermost value', () => {
  expect(redact('x', 'token')).toBeInstanceOf(Secret);
  expect(redact('x', 'title')).toBe('x');
});

test('turns values that JSON does not have into text', () => {
  expect(redact([undefined, 7n, Symbol('s')])).toEqual(['undefined', '7', 'Symbol(s)']);
});

test('leaves out values deeper than 40 levels', () => {
  const nested = (levels: number): unknown => JSON.parse(`${'['.repeat(levels)}1${']'.repeat(levels)}`);
  expect(redact(nested(40))).toEqual(nested(40));
  expect(JSON.stringify(redact(nested(41)))).toContain('…');
});
