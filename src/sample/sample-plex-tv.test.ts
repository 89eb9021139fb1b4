import { describe, expect, test } from 'vitest';
import { createSamplePlexTv } from './sample-plex-tv.ts';
import { plexHeaders, signInRequest, signOutRequest, userRequest } from './test-requests.ts';

const mara = { login: 'mara@example.com', password: 'sample' };

async function signedIn(fields = mara) {
  const sample = createSamplePlexTv();
  const account = await (await sample.fetch(signInRequest(fields))).json();
  return { sample, account, token: String(account.authToken) };
}

test('sends the account without its lists of subscriptions', async () => {
  const { sample, account, token } = await signedIn();
  const { subscriptions: _1, pastSubscriptions: _2, trials: _3, ...expected } = account;
  expect(await (await sample.fetch(userRequest(token))).json()).toEqual(expected);
  expect(await (await sample.fetch(userRequest(token, '?includeSubscriptions=0'))).json()).toEqual(expected);
});

test('sends the lists of subscriptions on request', async () => {
  const { sample, account, token } = await signedIn();
  expect(await (await sample.fetch(userRequest(token, '?includeSubscriptions=1'))).json()).toEqual(account);
});

test('accepts a token until sign-out, and no unknown token', async () => {
  const { sample, token } = await signedIn();
  const other = await signedIn();
  expect((await sample.fetch(userRequest(other.token))).status).toBe(401);
  expect((await sample.fetch(userRequest(token))).status).toBe(200);
  expect((await sample.fetch(signOutRequest(token))).status).toBe(204);
  const response = await sample.fetch(userRequest(token));
  expect([response.status, (await response.json()).errors[0].code]).toEqual([401, 1001]);
  expect((await sample.fetch(signOutRequest(token))).status).toBe(401);
});

/** A sign-in request of another browser. */
const from = (browser: string) => ({ headers: { ...plexHeaders, 'X-Plex-Client-Identifier': browser } });

test('ends one session and keeps another of the same account', async () => {
  const { sample, token } = await signedIn();
  const second = await (await sample.fetch(signInRequest(mara, from('other-browser')))).json();
  expect(second.authToken).not.toBe(token);
  await sample.fetch(signOutRequest(token));
  expect((await sample.fetch(userRequest(second.authToken))).status).toBe(200);
});

describe('keeps one token for an account and a client identifier:', () => {
  const nina = { login: 'nina@example.com', password: 'sample' };

  test.each([
    ['a new sign-in of the same browser ends the older token', mara, 'test-client', 401],
    ['a sign-in of another browser does not', mara, 'other-browser', 200],
    ['nor does a sign-in to another account', nina, 'test-client', 200],
  ])('%s', async (_, login, browser, status) => {
    const { sample, token } = await signedIn();
    const { authToken } = await (await sample.fetch(signInRequest(login, from(browser)))).json();
    expect((await sample.fetch(userRequest(token))).status).toBe(status);
    expect((await sample.fetch(userRequest(authToken))).status).toBe(200);
  });

  test.each([
    ['an approved PIN of the same browser ends the older token', 'test-client', 401],
    ['one of another browser does not', 'other-browser', 200],
  ])('%s', async (_, browser, status) => {
    const { sample, token } = await signedIn();
    const request = new Request('https://plex.tv/api/v2/pins', { method: 'POST', ...from(browser) });
    const { code } = await (await sample.fetch(request)).json();
    expect(sample.approvePin(code, mara.login)).toBe(true);
    expect((await sample.fetch(userRequest(token))).status).toBe(status);
  });
});

test('answers 404 for unknown paths and 405 for other methods', async () => {
  const { fetch } = createSamplePlexTv();
  const unknown = await fetch(new Request('https://plex.tv/api/v2/nowhere'));
  expect([unknown.status, await unknown.json()]).toEqual([404, { status: 404, error: 'Not Found' }]);
  expect((await fetch(new Request('https://plex.tv/api/v2/users/signin'))).status).toBe(405);
  expect((await fetch(new Request('https://plex.tv/api/v2/user', { method: 'DELETE' }))).status).toBe(405);
});

test('refuses preflights and sends no CORS headers', async () => {
  const { sample, token } = await signedIn();
  const headers = { Origin: 'https://elsewhere.example', 'Access-Control-Request-Method': 'POST' };
  const preflight = new Request('https://plex.tv/api/v2/users/signin', { method: 'OPTIONS', headers });
  for (const request of [preflight, userRequest(token)]) {
    const response = await sample.fetch(request);
    expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  }
  expect((await sample.fetch(preflight)).ok).toBe(false);
});

test.each([undefined, '*/*', 'application/xml', 'text/html'])(
  'sends XML when the request accepts %s',
  async (accept) => {
    const headers: HeadersInit = { 'X-Plex-Client-Identifier': 'test', ...(accept && { Accept: accept }) };
    const { fetch } = createSamplePlexTv();
    const response = await fetch(signInRequest(mara, { headers }));
    expect([response.status, response.headers.get('Content-Type')]).toEqual([201, 'application/xml; charset=utf-8']);
    expect(await response.text()).toMatch(
      /^<\?xml version="1.0" encoding="UTF-8"\?>\n<user [^>]*authToken="[\w-]{20}"/,
    );
    const error = await fetch(signInRequest({ login: 'tomas@example.com', password: 'sample' }, { headers }));
    expect(error.status).toBe(401);
    expect(await error.text()).toContain(
      '<errors><error code="1029" message="Please enter the verification code" status="401"/></errors>',
    );
  },
);

test('sends JSON when the request accepts it among other types', async () => {
  const headers = { Accept: 'text/plain, application/json;q=0.9', 'X-Plex-Client-Identifier': 'test' };
  const response = await createSamplePlexTv().fetch(signInRequest(mara, { headers }));
  expect(response.headers.get('Content-Type')).toBe('application/json; charset=utf-8');
  expect((await response.json()).title).toBe('mara.lindqvist');
});

test('keeps the newest thousand sessions, so that its memory is bounded', async () => {
  const { fetch } = createSamplePlexTv();
  const signInToken = async () => {
    const login = { login: 'nina@example.com', password: 'sample' };
    const response = await fetch(signInRequest(login, from(crypto.randomUUID())));
    return String((await response.json()).authToken);
  };
  const [first, second] = [await signInToken(), await signInToken()];
  for (let i = 0; i < 999; i++) await signInToken();
  expect((await fetch(userRequest(first))).status).toBe(401);
  expect((await fetch(userRequest(second))).status).toBe(200);
});
