import { expect, test } from 'vitest';
import { getDevices } from '../../plex/access/devices.ts';
import type { SourceName, UnavailableReason } from '../../plex/access/sources.ts';
import { PlexError } from '../../plex/errors/plex-error.ts';
import type { PlexClient } from '../../plex/http/client.ts';
import { Secret } from '../../plex/secrets/secret.ts';
import { unavailableReason } from './fetch-source.ts';
import { isTokenRefused } from './is-token-refused.ts';

type Person = Parameters<typeof unavailableReason>[1];

const pass: Person = { subscription: { active: true } };
const free: Person = { subscription: { active: false } };
const managed: Person = { restricted: true, ...free };

const error = (code: number, status: number) => JSON.stringify({ errors: [{ code, message: 'no', status }] });

/** The error of a response, as the page reads it. */
async function errorOf(status: number, body: string, headers: Record<string, string>): Promise<PlexError> {
  const client: PlexClient = {
    base: 'https://account.example/',
    clientIdentifier: 'x',
    isRelayed: true,
    fetch: async () => new Response(body, { status, headers }),
  };
  return getDevices(client, new Secret('t')).then(
    () => Promise.reject(new Error('no error')),
    (failure) => failure,
  );
}

test.each<[UnavailableReason | undefined, SourceName, Person, status: number, body: string]>([
  ['needs-plex-pass', 'webhooks', free, 403, ''],
  ['needs-plex-pass', 'webhooks', free, 401, error(1001, 401)],
  ['needs-plex-pass', 'webhooks', free, 400, error(1004, 400)],
  ['needs-plex-pass', 'webhooks', managed, 403, ''],
  ['refused', 'webhooks', pass, 403, ''],
  [undefined, 'webhooks', pass, 400, error(1004, 400)],
  [undefined, 'webhooks', free, 429, error(1003, 429)],
  [undefined, 'webhooks', free, 503, '<html>'],
  ['managed-user', 'friends', managed, 403, ''],
  ['managed-user', 'friends', { restriced: true }, 403, ''],
  ['managed-user', 'friends', free, 403, error(1009, 403)],
  ['refused', 'friends', free, 403, ''],
  ['refused', 'devices', pass, 401, error(1001, 401)],
  ['refused', 'devices', pass, 401, ''],
  ['refused', 'devices', pass, 422, ''],
  ['refused', 'devices', pass, 498, ''],
  ['gone', 'privacy', pass, 404, '{"status":404,"error":"Not Found"}'],
  ['gone', 'privacy', pass, 410, '<Response code="410" status="removed"/>'],
  [undefined, 'privacy', pass, 404, '<html>'],
  [undefined, 'home', managed, 429, ''],
  [undefined, 'home', managed, 500, ''],
  [undefined, 'home', pass, 400, error(1000, 400)],
])('%s: %s of %o at %i %s', async (reason, name, person, status, body) => {
  const failure = await errorOf(status, body, { 'X-Answered-By': 'plex.tv' });
  expect(unavailableReason(name, person, failure)).toBe(reason);
});

test.each([401, 403, 404, 422, 498])('an answer of this server or of a proxy says nothing: %i', async (status) => {
  for (const headers of [{ 'X-Answered-By': 'this-server' }, {}]) {
    const failure = await errorOf(status, '', headers);
    expect(unavailableReason('webhooks', free, failure)).toBeUndefined();
    expect(isTokenRefused(failure)).toBe(false);
  }
});

test('no connection says nothing', () => {
  for (const kind of ['offline', 'unreachable', 'timedOut', 'notJson'] as const) {
    expect(unavailableReason('friends', managed, new PlexError(kind))).toBeUndefined();
  }
});
