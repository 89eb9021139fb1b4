import { expect, test } from 'vitest';
import { fakePlexTv } from '../test/fake-plex-tv.ts';
import { discardToken } from './discard-token.ts';
import { Secret } from './secret.ts';
import { signOut } from './sign-out.ts';

const token = new Secret('the-token');

test.each<[string, () => Response]>([
  ['204', () => new Response(null, { status: 204 })],
  ['200 with an empty body', () => new Response('')],
  ['200 with an object', () => Response.json({})],
])('tells plex.tv once and is content with %s', async (_, answer) => {
  const { client, requests } = fakePlexTv(answer);
  expect(await signOut(client, token)).toBeUndefined();
  expect(requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
    'DELETE https://account.example/api/v2/users/signout',
  ]);
  expect(requests[0]?.headers.get('X-Plex-Token')).toBe('the-token');
  expect(requests[0]?.keepalive, 'goes on although the page is closed').toBe(true);
});

test('says when the token was dead already', async () => {
  const { client } = fakePlexTv(() => Response.json({ errors: [{ code: 1001 }] }, { status: 401 }));
  await expect(signOut(client, token)).rejects.toMatchObject({ kind: 'signedOut', endsSession: true });
});

test('says when plex.tv could not be told, and does not try again', async () => {
  const { client, requests } = fakePlexTv(() => Promise.reject(new TypeError('Failed to fetch')));
  await expect(signOut(client, token)).rejects.toMatchObject({ kind: 'unreachable', endsSession: false });
  expect(requests).toHaveLength(1);
});

test('ends when its caller does, with the caller’s reason', async () => {
  const { client } = fakePlexTv(({ signal }) => Promise.reject(signal.reason));
  const reason = new Error('closed');
  await expect(signOut(client, token, AbortSignal.abort(reason))).rejects.toBe(reason);
});

test.each<[string, () => Response | Promise<Response>]>([
  ['is told', () => new Response(null, { status: 204 })],
  ['has trouble', () => new Response(null, { status: 503 })],
  ['cannot be reached', () => Promise.reject(new TypeError('Failed to fetch'))],
])('a token that nobody is to have is ended once, and nobody hears of it: plex.tv %s', async (_, answer) => {
  const { client, requests } = fakePlexTv(answer);
  expect(await discardToken(client, token)).toBeUndefined();
  expect(requests.map(({ method }) => method)).toEqual(['DELETE']);
  await discardToken(client, null);
  expect(requests).toHaveLength(1);
});
