import { describe, expect, test } from 'vitest';
import { fakePlexTv } from '../test/fake-plex-tv.ts';
import { fullReply } from '../test/full-reply.ts';
import type { PlexErrorKind } from './errors/plex-error.ts';
import { type Credentials, signIn } from './sign-in.ts';

const ada: Credentials = { login: 'ada', password: 'lovelace', rememberMe: false };

/** The body that plex.tv receives. */
async function formOf(credentials: Credentials): Promise<string> {
  const { client, requests } = fakePlexTv(() => Response.json({ id: 1 }));
  await signIn(client, credentials);
  return (await requests[0]?.text()) ?? 'no request';
}

test('posts the form to /api/v2/users/signin, without a token', async () => {
  const { client, requests } = fakePlexTv(() => Response.json({ id: 1 }));
  await signIn(client, ada);
  expect(requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
    'POST https://account.example/api/v2/users/signin',
  ]);
  expect(requests[0]?.headers.get('Content-Type')).toBe('application/x-www-form-urlencoded;charset=UTF-8');
  expect(requests[0]?.headers.get('X-Plex-Client-Identifier')).toBe('browser-1');
  expect(requests[0]?.headers.has('X-Plex-Token')).toBe(false);
  expect(await requests[0]?.text()).toBe('login=ada&password=lovelace&rememberMe=false');
});

describe('the form', () => {
  test.each<[string, Partial<Credentials>, string]>([
    ['asks plex.tv to remember the sign-in', { rememberMe: true }, 'login=ada&password=lovelace&rememberMe=true'],
    [
      'has the code when there is one',
      { verificationCode: '012345' },
      'login=ada&password=lovelace&rememberMe=false&verificationCode=012345',
    ],
    ['leaves out an empty code', { verificationCode: '' }, 'login=ada&password=lovelace&rememberMe=false'],
    ['leaves out a missing code', { verificationCode: undefined }, 'login=ada&password=lovelace&rememberMe=false'],
    [
      'removes spaces at the ends of the login and keeps those inside',
      { login: ' \tada l+1@example.com\n' },
      'login=ada+l%2B1%40example.com&password=lovelace&rememberMe=false',
    ],
    ['keeps every space of the password', { password: '  a  b\t' }, 'login=ada&password=++a++b%09&rememberMe=false'],
    [
      'keeps characters that have a meaning in forms',
      { password: '+&=%20;#?"' },
      'login=ada&password=%2B%26%3D%2520%3B%23%3F%22&rememberMe=false',
    ],
    [
      'keeps letters of any script, and emoji',
      { password: 'pässwörd🗝日本' },
      'login=ada&password=p%C3%A4ssw%C3%B6rd%F0%9F%97%9D%E6%97%A5%E6%9C%AC&rememberMe=false',
    ],
  ])('%s', async (_, credentials, form) => {
    expect(await formOf({ ...ada, ...credentials })).toBe(form);
  });

  test('carries a long password unchanged', async () => {
    const password = ' +&=%\u00a0\u{1f600}é\r\n'.repeat(500);
    expect(new URLSearchParams(await formOf({ ...ada, password })).get('password')).toBe(password);
  });
});

test.each([200, 201, 299])('returns the account of a %i', async (status) => {
  const { client } = fakePlexTv(() => Response.json(fullReply, { status }));
  const account = await signIn(client, ada);
  expect(account).toMatchObject({ title: 'Ada', unexpectedValues: [] });
  expect(account.authToken?.reveal()).toBe(fullReply.authToken);
});

test.each<[string, () => Response | Promise<Response>, PlexErrorKind]>([
  ['an empty 200', () => new Response(''), 'notAnAccount'],
  ['a 204', () => new Response(null, { status: 204 }), 'notAnAccount'],
  ['a list', () => Response.json([]), 'notAnAccount'],
  ['null', () => Response.json(null), 'notAnAccount'],
  ['an object without a key that identifies an account', () => Response.json({ errors: [] }), 'notAnAccount'],
  ['a web page', () => new Response('<html></html>'), 'notJson'],
  ['1001', () => Response.json({ errors: [{ code: 1001 }] }, { status: 401 }), 'wrongLogin'],
  ['1029', () => Response.json({ errors: [{ code: 1029 }] }, { status: 401 }), 'codeNeeded'],
  ['1031', () => Response.json({ errors: [{ code: 1031 }] }, { status: 401 }), 'lockedOut'],
  ['429', () => new Response('', { status: 429, headers: { 'Retry-After': '0' } }), 'rateLimited'],
  ['503', () => new Response('', { status: 503 }), 'serverError'],
  ['no answer', () => Promise.reject(new TypeError('Failed to fetch lovelace')), 'unreachable'],
])('%s throws its kind, shows no secret and is not retried', async (_, answer, kind) => {
  const { client, requests } = fakePlexTv(answer);
  const error: unknown = await signIn(client, ada).catch((reason) => reason);
  expect(error).toMatchObject({ name: 'PlexError', kind });
  expect(JSON.stringify(error)).not.toContain('lovelace');
  expect(requests).toHaveLength(1);
});

test('throws the reason of the caller when the caller aborts', async () => {
  const { client } = fakePlexTv(({ signal }) => Promise.reject(signal.reason));
  const reason = new Error('closed');
  await expect(signIn(client, ada, AbortSignal.abort(reason))).rejects.toBe(reason);
});
