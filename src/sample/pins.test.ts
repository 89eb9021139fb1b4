import { expect, test } from 'vitest';
import { createSamplePlexTv } from './sample-plex-tv.ts';
import { plexHeaders, userRequest } from './test-requests.ts';

const pins = 'https://plex.tv/api/v2/pins';

/** A sample with a clock that only `pass` moves. */
function start() {
  let time = new Date('2026-11-23T12:00:00.250Z').getTime();
  const sample = createSamplePlexTv({ now: () => new Date(time) });
  const create = (query = '', headers: HeadersInit = plexHeaders) =>
    sample.fetch(new Request(pins + query, { method: 'POST', headers }));
  const check = (id: number, headers: HeadersInit = plexHeaders) =>
    sample.fetch(new Request(`${pins}/${id}`, { headers }));
  return {
    ...sample,
    create,
    check,
    pass(seconds: number) {
      time += seconds * 1000;
    },
  };
}

async function codeOf(response: Response) {
  const { errors } = await response.json();
  return [response.status, errors[0].code];
}

test.each([
  ['?strong=true', /^[a-z\d]{25}$/, 1800, '2026-11-23T12:30:00Z'],
  ['', /^[A-HJ-NP-Z2-9]{4}$/, 900, '2026-11-23T12:15:00Z'],
])('creates a PIN in the recorded format: %s', async (query, code, expiresIn, expiresAt) => {
  const response = await start().create(query);
  expect(response.status).toBe(201);
  const pin = await response.json();
  expect(pin).toMatchObject({ expiresIn, expiresAt, createdAt: '2026-11-23T12:00:00Z', authToken: null });
  expect(pin).toMatchObject({ clientIdentifier: 'test-client', newRegistration: null, trusted: false });
  expect(pin.code).toMatch(code);
});

test('refuses to create a PIN without a client identifier', async () => {
  expect(await codeOf(await start().create('', { Accept: 'application/json' }))).toEqual([400, 1000]);
});

test('shows a PIN without a token until a person approves it', async () => {
  const { create, check, pass } = start();
  const { id, code } = await (await create()).json();
  pass(5);
  const response = await check(id);
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ id, code, authToken: null, expiresIn: 895 });
});

test('sends the token once, within ten seconds, for the account of the person who approved', async () => {
  const { create, check, pass, approvePin, fetch } = start();
  const { id, code } = await (await create('?strong=true')).json();
  expect(approvePin(code, 'nina@example.com')).toBe(true);
  pass(9);
  const approved = await (await check(id)).json();
  expect(approved).toMatchObject({ id, expiresIn: 1, newRegistration: false });
  const user = await (await fetch(userRequest(approved.authToken))).json();
  expect(user).toMatchObject({ email: 'nina@example.com', authToken: approved.authToken });
  expect(await codeOf(await check(id))).toEqual([404, 1020]);
});

test('removes the token after ten seconds', async () => {
  const { create, check, pass, approvePin } = start();
  const { id, code } = await (await create()).json();
  approvePin(code, 'nina@example.com');
  pass(10);
  expect(await codeOf(await check(id))).toEqual([404, 1020]);
});

test('refuses a second approval, an unknown code and an unknown login', async () => {
  const { create, approvePin } = start();
  const { code } = await (await create()).json();
  expect(approvePin('nope', 'nina@example.com')).toBe(false);
  expect(approvePin(code, 'nobody@example.com')).toBe(false);
  expect(approvePin(` ${code.toLowerCase()} `, 'nina@example.com')).toBe(true);
  expect(approvePin(code, 'mara@example.com')).toBe(false);
});

test.each([
  ['', 900],
  ['?strong=true', 1800],
])('removes a PIN when it expires: %s', async (query, seconds) => {
  const { create, check, pass, approvePin } = start();
  const { id, code } = await (await create(query)).json();
  pass(seconds - 1);
  expect((await check(id)).status).toBe(200);
  pass(1);
  expect(await codeOf(await check(id))).toEqual([404, 1020]);
  expect(approvePin(code, 'nina@example.com')).toBe(false);
});

test('shows a PIN only to the client that created it', async () => {
  const { create, check } = start();
  const { id } = await (await create()).json();
  const other = { ...plexHeaders, 'X-Plex-Client-Identifier': 'another' };
  expect(await codeOf(await check(id, other))).toEqual([404, 1020]);
  expect(await codeOf(await check(id + 1))).toEqual([404, 1020]);
  expect((await check(id)).status).toBe(200);
});

test('limits the checks of a PIN, and accepts them again after the wait', async () => {
  const { create, check, pass } = start();
  const { id } = await (await create()).json();
  for (const _ of [1, 2, 3]) expect((await check(id)).status).toBe(200);
  const response = await check(id);
  expect(response.headers.get('Retry-After')).toBe('2');
  expect(await codeOf(response)).toEqual([429, 1003]);
  pass(2);
  expect((await check(id)).status).toBe(200);
});

test('accepts one check a second', async () => {
  const { create, check, pass } = start();
  const { id } = await (await create()).json();
  for (let second = 0; second < 30; second += 1) {
    expect((await check(id)).status).toBe(200);
    pass(1);
  }
});

test('creates up to twenty PINs a minute for one client', async () => {
  const { create } = start();
  for (let count = 0; count < 20; count += 1) expect((await create()).status).toBe(201);
  expect(await codeOf(await create())).toEqual([429, 1003]);
});

test('sends XML when the request does not accept JSON', async () => {
  const headers = { 'X-Plex-Client-Identifier': 'test-client' };
  const response = await start().create('', headers);
  expect(response.headers.get('Content-Type')).toBe('application/xml; charset=utf-8');
  expect(await response.text()).toMatch(/<pin [^>]*code="\w{4}"[^>]* authToken=""/);
});

test('refuses other methods', async () => {
  const { fetch } = createSamplePlexTv();
  expect((await fetch(new Request(pins))).status).toBe(405);
  expect((await fetch(new Request(`${pins}/1`, { method: 'DELETE' }))).status).toBe(405);
  expect((await fetch(new Request(`${pins}/one`))).status).toBe(404);
});
