// @vitest-environment node
import { expect, test } from 'vitest';
import { createSamplePlexTv } from './sample-plex-tv.ts';
import { plexHeaders, userRequest } from './test-requests.ts';

const pins = 'https://plex.tv/api/v2/pins';

/** A sample whose clock stands still until it is told to go on. */
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
])('makes a PIN as it was recorded: %s', async (query, code, expiresIn, expiresAt) => {
  const response = await start().create(query);
  expect(response.status).toBe(201);
  const pin = await response.json();
  expect(pin).toMatchObject({ expiresIn, expiresAt, createdAt: '2026-11-23T12:00:00Z', authToken: null });
  expect(pin).toMatchObject({ clientIdentifier: 'test-client', newRegistration: null, trusted: false });
  expect(pin.code).toMatch(code);
});

test('makes none without a client identifier', async () => {
  expect(await codeOf(await start().create('', { Accept: 'application/json' }))).toEqual([400, 1000]);
});

test('shows a PIN without a token until somebody agrees', async () => {
  const { create, check, pass } = start();
  const { id, code } = await (await create()).json();
  pass(5);
  const response = await check(id);
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ id, code, authToken: null, expiresIn: 895 });
});

test('gives the token away once, within ten seconds, and it opens the account of whoever agreed', async () => {
  const { create, check, pass, approvePin, fetch } = start();
  const { id, code } = await (await create('?strong=true')).json();
  expect(approvePin(code, 'nina@example.com')).toBe(true);
  pass(9);
  const claimed = await (await check(id)).json();
  expect(claimed).toMatchObject({ id, expiresIn: 1, newRegistration: false });
  const user = await (await fetch(userRequest(claimed.authToken))).json();
  expect(user).toMatchObject({ email: 'nina@example.com', authToken: claimed.authToken });
  expect(await codeOf(await check(id))).toEqual([404, 1020]);
});

test('keeps the token for no longer than that', async () => {
  const { create, check, pass, approvePin } = start();
  const { id, code } = await (await create()).json();
  approvePin(code, 'nina@example.com');
  pass(10);
  expect(await codeOf(await check(id))).toEqual([404, 1020]);
});

test('lets nobody approve twice, to an unknown code, or as somebody unknown', async () => {
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
])('forgets a PIN at its end: %s', async (query, seconds) => {
  const { create, check, pass, approvePin } = start();
  const { id, code } = await (await create(query)).json();
  pass(seconds - 1);
  expect((await check(id)).status).toBe(200);
  pass(1);
  expect(await codeOf(await check(id))).toEqual([404, 1020]);
  expect(approvePin(code, 'nina@example.com')).toBe(false);
});

test('shows a PIN to the client that made it, and to no other', async () => {
  const { create, check } = start();
  const { id } = await (await create()).json();
  const other = { ...plexHeaders, 'X-Plex-Client-Identifier': 'another' };
  expect(await codeOf(await check(id, other))).toEqual([404, 1020]);
  expect(await codeOf(await check(id + 1))).toEqual([404, 1020]);
  expect((await check(id)).status).toBe(200);
});

test('asks those who ask too often to wait, and lets them ask again then', async () => {
  const { create, check, pass } = start();
  const { id } = await (await create()).json();
  for (const _ of [1, 2, 3]) expect((await check(id)).status).toBe(200);
  const response = await check(id);
  expect(response.headers.get('Retry-After')).toBe('2');
  expect(await codeOf(response)).toEqual([429, 1003]);
  pass(2);
  expect((await check(id)).status).toBe(200);
});

test('bears being asked once a second', async () => {
  const { create, check, pass } = start();
  const { id } = await (await create()).json();
  for (let second = 0; second < 30; second += 1) {
    expect((await check(id)).status).toBe(200);
    pass(1);
  }
});

test('makes twenty PINs a minute for one client', async () => {
  const { create } = start();
  for (let count = 0; count < 20; count += 1) expect((await create()).status).toBe(201);
  expect(await codeOf(await create())).toEqual([429, 1003]);
});

test('writes XML to those who do not ask for JSON', async () => {
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
