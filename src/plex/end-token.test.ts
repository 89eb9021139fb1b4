import { expect, test } from 'vitest';
import { errorResponse } from '../test/error-response.ts';
import { fakePlexTv } from '../test/fake-plex-tv.ts';
import { endToken } from './end-token.ts';
import { Secret } from './secrets/secret.ts';

const token = new Secret('the-token');

test('ends a token at plex.tv', async () => {
  const { client, requests } = fakePlexTv(() => new Response(null, { status: 204 }));
  expect(await endToken(client, token)).toBeUndefined();
  const sent = requests.map(({ method, url, headers }) => [method, url, headers.get('X-Plex-Token')]);
  expect(sent).toEqual([['DELETE', 'https://account.example/api/v2/users/signout', 'the-token']]);
});

test.each([
  ['401', () => errorResponse(401, 1001, 'User could not be authenticated')],
  ['422', () => Response.json({ errors: [{ message: 'Invalid token', status: 422 }] }, { status: 422 })],
])('counts a token as ended when plex.tv answers with %s', async (_, answer) => {
  expect(await endToken(fakePlexTv(answer).client, token)).toBeUndefined();
});

test.each([
  ['serverError', () => new Response('<h1>503</h1>', { status: 503 })],
  ['rateLimited', () => errorResponse(429, 1003, 'API rate limit exceeded')],
  ['unreachable', () => Promise.reject(new TypeError('Failed to fetch'))],
])('returns the error when plex.tv did not end the token: %s', async (kind, answer) => {
  const { client, requests } = fakePlexTv(answer);
  expect(await endToken(client, token)).toMatchObject({ kind });
  expect(requests).toHaveLength(1);
});

test('sends no request without a token', async () => {
  const { client, requests } = fakePlexTv(() => new Response(null, { status: 204 }));
  expect(await endToken(client, null)).toBeUndefined();
  expect(requests).toEqual([]);
});
