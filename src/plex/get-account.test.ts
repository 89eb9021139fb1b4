import { expect, test } from 'vitest';
import { fakePlexTv } from '../test/fake-plex-tv.ts';
import { fullReply } from '../test/full-reply.ts';
import { getAccount } from './get-account.ts';
import { Secret } from './secrets/secret.ts';

const token = new Secret('the-token');

test('requests the account with its subscriptions, and sends the token in a header', async () => {
  const { client, requests } = fakePlexTv(() => Response.json(fullReply));
  expect(await getAccount(client, token)).toMatchObject({ title: 'Ada', unexpectedValues: [] });
  expect(requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
    'GET https://account.example/api/v2/user?includeSubscriptions=1',
  ]);
  expect(requests[0]?.headers.get('X-Plex-Token')).toBe('the-token');
  expect(requests[0]?.body).toBeNull();
});

test.each([401, 422, 498])('a %i means that the token is dead', async (status) => {
  const { client } = fakePlexTv(() => new Response('', { status }));
  await expect(getAccount(client, token)).rejects.toMatchObject({ kind: 'signedOut', endsSession: true });
});

test.each([400, 403, 404, 410, 429, 500, 502, 503, 504])(
  'a %i does not mean that the token is dead',
  async (status) => {
    const { client, requests } = fakePlexTv(() => new Response('', { status }));
    await expect(getAccount(client, token)).rejects.toMatchObject({ name: 'PlexError', endsSession: false });
    expect(requests).toHaveLength(1);
  },
);

test.each([
  ['an empty body', ''],
  ['a list', '[]'],
  ['null', 'null'],
  ['text', '"ok"'],
])('rejects %s', async (_, body) => {
  const { client } = fakePlexTv(() => new Response(body));
  await expect(getAccount(client, token)).rejects.toMatchObject({ kind: 'notAnAccount', endsSession: false });
});

test('throws the reason of the caller when the caller aborts', async () => {
  const { client } = fakePlexTv(({ signal }) => Promise.reject(signal.reason));
  const reason = new Error('closed');
  await expect(getAccount(client, token, AbortSignal.abort(reason))).rejects.toBe(reason);
});
