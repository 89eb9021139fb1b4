import { expect, test } from 'vitest';
import type { Account } from '../plex/account.ts';
import type { PlexClient } from '../plex/client.ts';
import { accountFrom } from '../test/account-from.ts';
import { errorResponse } from '../test/error-response.ts';
import { fakePlexTv } from '../test/fake-plex-tv.ts';
import { fullReply } from '../test/full-reply.ts';
import { endSessionAtPlex } from './end-session.ts';
import { createSession, type Session } from './session.ts';

const account = accountFrom(fullReply);

function sessionOf(client: PlexClient, whose: Account = account): Session {
  return createSession({ client }, { account: whose, details: { method: 'password', isRemembered: false } });
}

test('signing out ends this session’s token at plex.tv', async () => {
  const { client, requests } = fakePlexTv(() => new Response(null, { status: 204 }));
  expect(await endSessionAtPlex(sessionOf(client))).toBeUndefined();
  const sent = requests.map(({ method, url, headers }) => [method, url, headers.get('X-Plex-Token')]);
  expect(sent).toEqual([['DELETE', 'https://account.example/api/v2/users/signout', fullReply.authToken]]);
});

test.each([
  ['401', () => errorResponse(401, 1001, 'User could not be authenticated')],
  ['422', () => Response.json({ errors: [{ message: 'Invalid token', status: 422 }] }, { status: 422 })],
])('a token that plex.tv answers with %s was dead already: it needs no telling', async (_, answer) => {
  expect(await endSessionAtPlex(sessionOf(fakePlexTv(answer).client))).toBeUndefined();
});

test.each([
  ['serverError', () => new Response('<h1>503</h1>', { status: 503 })],
  ['rateLimited', () => errorResponse(429, 1003, 'API rate limit exceeded')],
  ['unreachable', () => Promise.reject(new TypeError('Failed to fetch'))],
])('says why plex.tv could not be told: %s', async (kind, answer) => {
  const { client, requests } = fakePlexTv(answer);
  expect(await endSessionAtPlex(sessionOf(client))).toMatchObject({ kind });
  expect(requests).toHaveLength(1);
});

test('an account that came without a token needs no telling', async () => {
  const { client, requests } = fakePlexTv(() => new Response(null, { status: 204 }));
  const tokenless = accountFrom({ ...fullReply, authToken: null });
  expect(await endSessionAtPlex(sessionOf(client, tokenless))).toBeUndefined();
  expect(requests).toEqual([]);
});
