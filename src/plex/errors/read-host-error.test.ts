import { expect, test } from 'vitest';
import { fakePlexTv } from '../../test/fake-plex-tv.ts';
import { getAccount } from '../get-account.ts';
import { Secret } from '../secrets/secret.ts';
import { signIn } from '../sign-in.ts';
import type { PlexError, PlexErrorKind } from './plex-error.ts';

const page = '<!doctype html><title>Sign in to home.example</title>';
const relayBody = '{"errors":[{"message":"Words of the relay.","status":403}]}';

function responseOf(status: number, body: string, headers: Record<string, string> = {}): Response {
  return new Response(status === 204 ? null : body, { status, headers });
}

/** The errors of a sign-in and of a request with a stored token that both get this response through the relay. */
async function errorsFor(response: () => Response): Promise<PlexError[]> {
  const { client } = fakePlexTv(response);
  const relayed = { ...client, isRelayed: true };
  return Promise.all([
    signIn(relayed, { login: 'ada', password: 'a password', rememberMe: false }).catch((error) => error),
    getAccount(relayed, new Secret('a token')).catch((error) => error),
  ]);
}

test.each<[string, () => Response, PlexErrorKind]>([
  ['basic auth', () => responseOf(401, page, { 'WWW-Authenticate': 'Basic' }), 'accessBlocked'],
  ['a sign-in page with status 200', () => responseOf(200, page), 'accessBlocked'],
  ['a redirect to a sign-in', () => responseOf(302, '', { Location: 'https://sign-in.example' }), 'accessBlocked'],
  ['a redirect that the browser hides', () => Response.error(), 'accessBlocked'],
  ['a forbidden page', () => responseOf(403, page), 'accessBlocked'],
  ['a challenge of Cloudflare', () => responseOf(503, page, { 'cf-mitigated': 'challenge' }), 'accessBlocked'],
  ['JSON that looks like plex.tv’s', () => responseOf(401, '{"errors":[{"code":1001}]}'), 'accessBlocked'],
  ['JSON with words of a proxy', () => responseOf(403, '{"error":"Words of a proxy."}'), 'accessBlocked'],
  ['an account that nobody marked', () => responseOf(200, '{"id":1}'), 'accessBlocked'],
  ['422 and 498', () => responseOf(422, '{}'), 'accessBlocked'],
  ['too much for a proxy', () => responseOf(413, page), 'requestTooLarge'],
  ['too often for a proxy', () => responseOf(429, page), 'hostRateLimited'],
  ['a server that is down', () => responseOf(502, page), 'hostError'],
  ['a host without the relay', () => responseOf(404, page), 'relayMissing'],
  ['a static host', () => responseOf(405, page), 'relayMissing'],
])('blames neither plex.tv, nor the password, nor the session for %s in front', async (_, response, kind) => {
  for (const error of await errorsFor(response)) {
    expect([error.kind, error.endsSession, error.details.plexMessage]).toEqual([kind, false, undefined]);
    expect(error.words.what).toMatch(/page/);
  }
});

test.each<[number, PlexErrorKind]>([
  [400, 'clientIdentifierMissing'],
  [403, 'hostRefused'],
  [404, 'hostError'],
  [413, 'requestTooLarge'],
  [429, 'hostRateLimited'],
  [500, 'hostError'],
  [502, 'plexTvUnreachable'],
  [503, 'hostError'],
  [504, 'timedOut'],
])('names the server of this page for its own %i, with its words', async (status, kind) => {
  const headers = { 'X-Answered-By': 'this-server', 'Retry-After': '60' };
  for (const error of await errorsFor(() => responseOf(status, relayBody, headers))) {
    expect([error.kind, error.endsSession]).toEqual([kind, false]);
    expect(error.answerText).toBe(`The server said: “Words of the relay.” (HTTP ${status})`);
    expect(error.details.retryAt).toBeInstanceOf(Date);
  }
});

test.each([401, 422, 498])('believes plex.tv, and plex.tv alone, that a token is dead: %i', async (status) => {
  const [, marked] = await errorsFor(() => responseOf(status, '{}', { 'X-Answered-By': 'plex.tv' }));
  expect(marked?.endsSession).toBe(true);
  const [, unmarked] = await errorsFor(() => responseOf(status, '{}'));
  expect(unmarked?.endsSession).toBe(false);
});

test('believes plex.tv that a password is wrong', async () => {
  const [error] = await errorsFor(() => responseOf(401, '{"errors":[{"code":1001}]}', { 'X-Answered-By': 'plex.tv' }));
  expect(error?.kind).toBe('wrongLogin');
});
