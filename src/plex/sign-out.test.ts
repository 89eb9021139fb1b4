import { expect, test } from 'vitest';
import { fakePlexTv } from '../test/fake-plex-tv.ts';
import { Secret } from './secrets/secret.ts';
import { signOut } from './sign-out.ts';

const token = new Secret('the-token');

test.each<[string, () => Response]>([
  ['204', () => new Response(null, { status: 204 })],
  ['200 with an empty body', () => new Response('')],
  ['200 with an object', () => Response.json({})],
])('sends one request and accepts %s', async (_, answer) => {
  const { client, requests } = fakePlexTv(answer);
  expect(await signOut(client, token)).toBeUndefined();
  expect(requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
    'DELETE https://account.example/api/v2/users/signout',
  ]);
  expect(requests[0]?.headers.get('X-Plex-Token')).toBe('the-token');
  expect(requests[0]?.keepalive, 'continues after the page closes').toBe(true);
});

test('throws signedOut when the token was already dead', async () => {
  const { client } = fakePlexTv(() => Response.json({ errors: [{ code: 1001 }] }, { status: 401 }));
  await expect(signOut(client, token)).rejects.toMatchObject({ kind: 'signedOut', endsSession: true });
});

test('throws when plex.tv cannot be reached, and does not retry', async () => {
  const { client, requests } = fakePlexTv(() => Promise.reject(new TypeError('Failed to fetch')));
  await expect(signOut(client, token)).rejects.toMatchObject({ kind: 'unreachable', endsSession: false });
  expect(requests).toHaveLength(1);
});

test('throws the reason of the caller when the caller aborts', async () => {
  const { client } = fakePlexTv(({ signal }) => Promise.reject(signal.reason));
  const reason = new Error('closed');
  await expect(signOut(client, token, AbortSignal.abort(reason))).rejects.toBe(reason);
});
