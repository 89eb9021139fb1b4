import { afterEach, beforeEach, expect, test } from 'vitest';
import { plexHeaders } from '../src/sample/test-requests.ts';
import { serveSamplePlexTv } from './serve-sample.ts';

let server: Awaited<ReturnType<typeof serveSamplePlexTv>>;
beforeEach(async () => {
  server = await serveSamplePlexTv();
});
afterEach(() => server.close().catch(() => undefined));

function signIn(login: string) {
  const body = new URLSearchParams({ login, password: 'sample', rememberMe: 'true' });
  return fetch(`${server.origin}/api/v2/users/signin`, { method: 'POST', headers: plexHeaders, body });
}

test('a client signs in, gets the account and signs out over HTTP', async () => {
  const response = await signIn('mara@example.com');
  expect(response.status).toBe(201);
  expect(response.headers.getSetCookie()).toHaveLength(1);
  const { authToken, ...account } = await response.json();
  const headers = { ...plexHeaders, 'X-Plex-Token': authToken };
  const user = await fetch(`${server.origin}/api/v2/user?includeSubscriptions=1`, { headers });
  expect(await user.json()).toEqual({ authToken, ...account });
  const signOut = await fetch(`${server.origin}/api/v2/users/signout`, { method: 'DELETE', headers });
  expect(signOut.status).toBe(204);
  expect((await fetch(`${server.origin}/api/v2/user`, { headers })).status).toBe(401);
});

test('closing ends connections that wait for an answer', async () => {
  const rejection = expect(signIn('never@example.com')).rejects.toThrow('fetch failed');
  // An answer to a later request shows that the first has arrived.
  await signIn('nina@example.com');
  await server.close();
  await rejection;
});

test('rejects when the port is taken', async () => {
  await expect(serveSamplePlexTv(Number(new URL(server.origin).port))).rejects.toThrow('EADDRINUSE');
});
