import { afterEach, expect, test, vi } from 'vitest';
import { errorResponse } from '../test/error-response.ts';
import { fakePlexTv } from '../test/fake-plex-tv.ts';
import { createPin } from './create-pin.ts';

const pin = { id: 538114995, code: 'm6mijjn177ut0qaz02b9iedof', expiresIn: 1800, authToken: null };

afterEach(() => {
  vi.useRealTimers();
});

test.each([
  [true, 'https://account.example/api/v2/pins?strong=true'],
  [false, 'https://account.example/api/v2/pins'],
])('asks for a PIN of this client: strong %s', async (isStrong, url) => {
  const { client, requests } = fakePlexTv(() => Response.json(pin, { status: 201 }));
  await createPin(client, { isStrong });
  expect(requests.map(({ method, url: requestUrl }) => [method, requestUrl])).toEqual([['POST', url]]);
  expect(requests[0]?.headers.get('X-Plex-Client-Identifier')).toBe('browser-1');
});

test('computes the expiry from the seconds in the reply and from the clock of this device', async () => {
  vi.useFakeTimers({ now: new Date('2030-01-01T00:00:00Z'), toFake: ['Date'] });
  const { client } = fakePlexTv(() => Response.json({ ...pin, expiresAt: '2026-06-24T16:43:31Z' }));
  expect(await createPin(client, { isStrong: true })).toEqual({
    id: pin.id,
    code: pin.code,
    expiresAt: new Date('2030-01-01T00:30:00Z'),
  });
});

test.each([
  ['an empty body', undefined],
  ['a list', []],
  ['an id that is not a number', { ...pin, id: '../user' }],
  ['an id with a fraction', { ...pin, id: 1.5 }],
  ['a code with URL characters', { ...pin, code: 'a&forwardUrl=x' }],
  ['an empty code', { ...pin, code: '' }],
  ['a code that is too long', { ...pin, code: 'x'.repeat(65) }],
  ['a lifetime of zero', { ...pin, expiresIn: 0 }],
  ['a lifetime that is too long', { ...pin, expiresIn: 1e9 }],
  ['a lifetime as text', { ...pin, expiresIn: '900' }],
])('rejects %s', async (_, reply) => {
  const { client } = fakePlexTv(() => (reply === undefined ? new Response('') : Response.json(reply)));
  await expect(createPin(client, { isStrong: true })).rejects.toMatchObject({ kind: 'notJson' });
});

test.each([
  [errorResponse(429, 1003, 'API rate limit exceeded'), 'rateLimited'],
  [errorResponse(400, 1000, 'X-Plex-Client-Identifier is missing'), 'clientIdentifierMissing'],
  [errorResponse(401, 1001, 'User could not be authenticated'), 'refused'],
  [new Response('<h1>404</h1>', { status: 404 }), 'notJson'],
])('throws the kind of the error response: %#', async (response, kind) => {
  await expect(createPin(fakePlexTv(() => response).client, { isStrong: true })).rejects.toMatchObject({ kind });
});
