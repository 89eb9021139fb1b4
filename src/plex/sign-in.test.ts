import { describe, expect, test } from 'vitest';
import { fakePlexTv } from '../test/fake-plex-tv.ts';
import { fullReply } from '../test/full-reply.ts';
import type { PlexErrorKind } from './plex-error.ts';
import { type Credentials, signIn } from './sign-in.ts';

const ada: Credentials = { login: 'ada', password: 'lovelace', rememberMe: false };

/** The form that plex.tv receives, exactly as it is written. */
async function formOf(credentials: Credentials): Promise<string> {
  const { client, requests } = fakePlexTv(() => Response.json({ id: 1 }));
  await signIn(client, credentials);
  return (await requests[0]?.text()) ?? 'nothing';
}

test('posts the form to /api/v2/users/signin, without any token', async () => {
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
    ['says when to remember', { rememberMe: true }, 'login=ada&password=lovelace&rememberMe=true'],
    [
      'has the code only once there is one',
      { verificationCode: '012345' },
      'login=ada&password=lovelace&rememberMe=false&verificationCode=012345',
    ],
    ['leaves out an empty code', { verificationCode: '' }, 'login=ada&password=lovelace&rememberMe=false'],
    ['leaves out a missing code', { verificationCode: undefined }, 'login=ada&password=lovelace&rememberMe=false'],
    [
      'drops the outer blanks of the login and keeps its inner ones',
      { login: ' \tada l+1@example.com\n' },
      'login=ada+l%2B1%40example.com&password=lovelace&rememberMe=false',
    ],
    ['keeps every blank of the password', { password: '  a  b\t' }, 'login=ada&password=++a++b%09&rememberMe=false'],
    [
      'keeps the characters that forms are made of',
      { password: '+&=%20;#?"' },
      'login=ada&password=%2B%26%3D%2520%3B%23%3F%22&rememberMe=false',
    ],
    [
      'keeps letters of every script and emoji',
      { password: 'pässwörd🗝日本' },
      'login=ada&password=p%C3%A4ssw%C3%B6rd%F0%9F%97%9D%E6%97%A5%E6%9C%AC&rememberMe=false',
    ],
  ])('%s', async (_, credentials, form) => {
    expect(await formOf({ ...ada, ...credentials })).toBe(form);
  });

  test('gives the receiver back a long password as it was', async () => {
    const password = ' +&=%\u00a0\u{1f600}é\r\n'.repeat(500);
    expect(new URLSearchParams(await formOf({ ...ada, password })).get('password')).toBe(password);
  });
});

test.each([200, 201, 299])('gives the account of a %i', async (status) => {
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
  ['an object that names nobody', () => Response.json({ errors: [] }), 'notAnAccount'],
  ['a page', () => new Response('<html></html>'), 'notJson'],
  ['1001', () => Response.json({ errors: [{ code: 1001 }] }, { status: 401 }), 'wrongLogin'],
  ['1029', () => Response.json({ errors: [{ code: 1029 }] }, { status: 401 }), 'codeNeeded'],
  ['1031', () => Response.json({ errors: [{ code: 1031 }] }, { status: 401 }), 'lockedOut'],
  ['429', () => new Response('', { status: 429, headers: { 'Retry-After': '0' } }), 'rateLimited'],
  ['503', () => new Response('', { status: 503 }), 'serverError'],
  ['no answer', () => Promise.reject(new TypeError('Failed to fetch lovelace')), 'unreachable'],
])('%s fails with its kind, shows no secret and is never tried again', async (_, answer, kind) => {
  const { client, requests } = fakePlexTv(answer);
  const error: unknown = await signIn(client, ada).catch((reason) => reason);
  expect(error).toMatchObject({ name: 'PlexError', kind });
  expect(JSON.stringify(error)).not.toContain('lovelace');
  expect(requests).toHaveLength(1);
});

test('ends when its caller does, with the caller’s reason', async () => {
  const { client } = fakePlexTv(({ signal }) => Promise.reject(signal.reason));
  const reason = new Error('closed');
  await expect(signIn(client, ada, AbortSignal.abort(reason))).rejects.toBe(reason);
});
