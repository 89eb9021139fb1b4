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
  expect(requests.map(({ method, url: asked }) => [method, asked])).toEqual([['POST', url]]);
  expect(requests[0]?.headers.get('X-Plex-Client-Identifier')).toBe('browser-1');
});

test('counts its life from the answer, whatever the clock of plex.tv says', async () => {
  vi.useFakeTimers({ now: new Date('2030-01-01T00:00:00Z'), toFake: ['Date'] });
  const { client } = fakePlexTv(() => Response.json({ ...pin, expiresAt: '2026-06-24T16:43:31Z' }));
  expect(await createPin(client, { isStrong: true })).toEqual({
    id: pin.id,
    code: pin.code,
    expiresAt: new Date('2030-01-01T00:30:00Z'),
  });
});

test.each([
  ['nothing', undefined],
  ['a list', []],
  ['an id that is no number', { ...pin, id: '../user' }],
  ['an id with a fraction', { ...pin, id: 1.5 }],
  ['a code with signs of addresses', { ...pin, code: 'a&forwardUrl=x' }],
  ['an empty code', { ...pin, code: '' }],
  ['a code without end', { ...pin, code: 'x'.repeat(65) }],
  ['a life that is over', { ...pin, expiresIn: 0 }],
  ['a life without end', { ...pin, expiresIn: 1e9 }],
  ['a life in words', { ...pin, expiresIn: '900' }],
])('takes %s for no PIN', async (_, reply) => {
  const { client } = fakePlexTv(() => (reply === undefined ? new Response('') : Response.json(reply)));
  await expect(createPin(client, { isStrong: true })).rejects.toMatchObject({ kind: 'notJson' });
});

test.each([
  [errorResponse(429, 1003, 'API rate limit exceeded'), 'rateLimited'],
  [errorResponse(400, 1000, 'X-Plex-Client-Identifier is missing'), 'clientIdentifierMissing'],
  [errorResponse(401, 1001, 'User could not be authenticated'), 'refused'],
  [new Response('<h1>404</h1>', { status: 404 }), 'notJson'],
])('has words for a refusal: %#', async (response, kind) => {
  await expect(createPin(fakePlexTv(() => response).client, { isStrong: true })).rejects.toMatchObject({ kind });
});
