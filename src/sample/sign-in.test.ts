import { expect, test } from 'vitest';
import { sampleLogins } from './sample-logins.ts';
import { createSamplePlexTv } from './sample-plex-tv.ts';
import { plexHeaders, signInRequest } from './test-requests.ts';

const mara = { login: 'mara@example.com', password: 'sample' };
const tomas = { login: 'tomas@example.com', password: 'sample' };

async function codeOf(response: Response) {
  const { errors } = await response.json();
  return [response.status, errors[0].code];
}

function signIn(fields: Record<string, string>, init?: RequestInit) {
  return createSamplePlexTv().fetch(signInRequest(fields, init));
}

test.each(sampleLogins.filter(({ kind }) => kind === 'account'))(
  '$name signs in with the listed password',
  async (sample) => {
    const { login, password, verificationCode = '' } = sample;
    const response = await signIn({ login, password, verificationCode });
    expect(response.status).toBe(201);
    expect((await response.json()).authToken).toMatch(/^[\w-]{20}$/);
  },
);

test('gives every login its own account', async () => {
  const { fetch } = createSamplePlexTv();
  const accountLogins = sampleLogins.filter(({ kind }) => kind === 'account');
  const responses = accountLogins.map(({ login, password, verificationCode = '' }) =>
    fetch(signInRequest({ login, password, verificationCode })),
  );
  const ids = await Promise.all(responses.map(async (response) => (await (await response).json()).id));
  expect(new Set(ids).size).toBe(accountLogins.length);
});

test('accepts the username or the e-mail address, in upper or lower case', async () => {
  expect((await signIn({ ...mara, login: 'mara.lindqvist' })).status).toBe(201);
  expect((await signIn({ ...mara, login: 'MARA@Example.com' })).status).toBe(201);
});

test('sends the lists of subscriptions, and a cookie', async () => {
  const response = await signIn(mara);
  expect(response.headers.getSetCookie()).toHaveLength(1);
  const account = await response.json();
  expect(account.subscriptions).toHaveLength(1);
  expect(account.pastSubscriptions).toHaveLength(2);
  expect(account.trials).toHaveLength(1);
});

test('leaves the lists of subscriptions out of the newest format', async () => {
  const account = await (await signIn({ login: 'yusuf@example.com', password: 'sample' })).json();
  expect(account).not.toHaveProperty('subscriptions');
  expect(account).not.toHaveProperty('pastSubscriptions');
  expect(account).not.toHaveProperty('trials');
});

test.each([{}, { 'X-Plex-Client-Identifier': '  ' }])(
  'refuses a missing or blank client identifier: %o',
  async (headers) => {
    const response = await signIn(mara, { headers: { Accept: 'application/json', ...headers } });
    expect(await codeOf(response)).toEqual([400, 1000]);
  },
);

test('refuses anything but a form with both fields', async () => {
  const json = { headers: { ...plexHeaders, 'Content-Type': 'application/json' }, body: JSON.stringify(mara) };
  expect(await codeOf(await signIn({}, json))).toEqual([400, 1004]);
  const multipart = new FormData();
  multipart.set('login', mara.login);
  multipart.set('password', mara.password);
  expect(await codeOf(await signIn({}, { body: multipart }))).toEqual([400, 1004]);
  const plain = { headers: { ...plexHeaders, 'Content-Type': 'text/plain' } };
  expect(await codeOf(await signIn(mara, plain))).toEqual([400, 1004]);
  expect(await codeOf(await signIn({ login: mara.login }))).toEqual([400, 1004]);
  expect(await codeOf(await signIn({ password: mara.password }))).toEqual([400, 1004]);
});

test('sends the same error for a wrong password and an unknown login', async () => {
  expect(await codeOf(await signIn({ ...mara, password: 'wrong' }))).toEqual([401, 1001]);
  expect(await codeOf(await signIn({ ...mara, password: ' sample' }))).toEqual([401, 1001]);
  expect(await codeOf(await signIn({ ...mara, login: 'nobody@example.com' }))).toEqual([401, 1001]);
  expect(await codeOf(await signIn({ ...mara, login: '__proto__' }))).toEqual([401, 1001]);
});

test('asks for the two-factor code, refuses a wrong one and accepts the right one', async () => {
  expect(await codeOf(await signIn(tomas))).toEqual([401, 1029]);
  expect(await codeOf(await signIn({ ...tomas, password: 'wrong' }))).toEqual([401, 1001]);
  expect(await codeOf(await signIn({ ...tomas, verificationCode: '654321' }))).toEqual([401, 1028]);
  expect((await signIn({ ...tomas, verificationCode: '123456' })).status).toBe(201);
});

test('accepts the e-mail address of the e-mail-only account, and not its username', async () => {
  expect(await codeOf(await signIn({ login: 'ida.larsen', password: 'sample' }))).toEqual([401, 1030]);
  expect((await signIn({ login: 'ida@example.com', password: 'sample' })).status).toBe(201);
});

test('locks a login after five failures in a row, for ten minutes', async () => {
  let time = new Date('2026-11-23T12:00:00Z');
  const sample = createSamplePlexTv({ now: () => time });
  const attempt = (fields: Record<string, string>) => sample.fetch(signInRequest(fields));
  for (let failures = 0; failures < 4; failures++) await attempt({ ...tomas, password: 'wrong' });
  expect(await codeOf(await attempt({ ...tomas, verificationCode: '0' }))).toEqual([401, 1028]);
  expect(await codeOf(await attempt({ ...tomas, verificationCode: '123456' }))).toEqual([401, 1031]);
  expect((await attempt(mara)).status).toBe(201);
  time = new Date('2026-11-23T12:11:00Z');
  expect((await attempt({ ...tomas, verificationCode: '123456' })).status).toBe(201);
});

test('resets the count of failures after a success', async () => {
  const sample = createSamplePlexTv();
  const attempt = (password: string) => sample.fetch(signInRequest({ ...mara, password }));
  for (let failures = 0; failures < 4; failures++) await attempt('wrong');
  expect((await attempt('sample')).status).toBe(201);
  expect(await codeOf(await attempt('wrong'))).toEqual([401, 1001]);
  expect((await attempt('sample')).status).toBe(201);
});
