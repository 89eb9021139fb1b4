import { expect, test } from 'vitest';
import type { Account } from '../plex/account.ts';
import type { PlexClient } from '../plex/client.ts';
import { accountFrom } from '../test/account-from.ts';
import { fakePlexTv } from '../test/fake-plex-tv.ts';
import { fullReply } from '../test/full-reply.ts';
import { refusal } from '../test/refusal.ts';
import { endSessionAtPlex } from './end-session.ts';
import { createSession, type Session } from './session.ts';

const account = accountFrom(fullReply);

function sessionOf(client: PlexClient, sessionAccount: Account = account): Session {
  return createSession({ client }, { account: sessionAccount, details: { method: 'password', isRemembered: false } });
}

test('ends the session’s token at plex.tv', async () => {
  const { client, requests } = fakePlexTv(() => new Response(null, { status: 204 }));
  expect(await endSessionAtPlex(sessionOf(client))).toBeUndefined();
  const sent = requests.map(({ method, url, headers }) => [method, url, headers.get('X-Plex-Token')]);
  expect(sent).toEqual([['DELETE', 'https://account.example/api/v2/users/signout', fullReply.authToken]]);
});

test.each([
  ['401', () => refusal(401, 1001, 'User could not be authenticated')],
  ['422', () => Response.json({ errors: [{ message: 'Invalid token', status: 422 }] }, { status: 422 })],
])('counts a token as ended when plex.tv answers with %s', async (_, answer) => {
  expect(await endSessionAtPlex(sessionOf(fakePlexTv(answer).client))).toBeUndefined();
});

test.each([
  ['serverTrouble', () => new Response('<h1>503</h1>', { status: 503 })],
  ['rateLimited', () => refusal(429, 1003, 'API rate limit exceeded')],
  ['unreachable', () => Promise.reject(new TypeError('Failed to fetch'))],
])('returns the error when plex.tv did not end the token: %s', async (kind, answer) => {
  const { client, requests } = fakePlexTv(answer);
  expect(await endSessionAtPlex(sessionOf(client))).toMatchObject({ kind });
  expect(requests).toHaveLength(1);
});

test('sends no request without a token', async () => {
  const { client, requests } = fakePlexTv(() => new Response(null, { status: 204 }));
  const withoutToken = accountFrom({ ...fullReply, authToken: null });
  expect(await endSessionAtPlex(sessionOf(client, withoutToken))).toBeUndefined();
  expect(requests).toEqual([]);
});
