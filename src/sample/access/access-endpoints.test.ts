import { afterEach, describe, expect, test, vi } from 'vitest';
import { sampleLogins } from '../sample-logins.ts';
import { createSamplePlexTv } from '../sample-plex-tv.ts';
import { plexHeaders, signInRequest } from '../test-requests.ts';
import { accessFailures } from './access-failures.ts';

afterEach(() => {
  vi.useRealTimers();
});

const origin = 'https://plex.tv';
const day = 24 * 60 * 60 * 1000;

const paths = {
  home: '/api/v2/home/users',
  devices: '/devices.xml',
  friends: '/api/v2/friends?status=accepted',
  invitations: '/api/v2/friends?status=pending_received',
  resources: '/api/v2/resources?includeHttps=1&includeRelay=1&includeIPv6=1',
  privacy: '/api/v2/user/privacy',
  watchStateSync: '/api/v2/user/view_state_sync',
  optOuts: '/api/v2/user/5e1c07a9d2b84f36/settings/opt_outs',
  webhooks: '/api/v2/user/webhooks',
};

const clientHeaders = {
  ...plexHeaders,
  'X-Plex-Client-Identifier': 'this-browser',
  'X-Plex-Device-Name': 'Chrome on Linux',
  'X-Plex-Product': 'Account statement',
};

type Sample = ReturnType<typeof createSamplePlexTv>;

/** Signs in, and asks as this person. */
async function signedIn(login: string, sample: Sample = createSamplePlexTv(), clientIdentifier = 'this-browser') {
  const headersOfClient = { ...clientHeaders, 'X-Plex-Client-Identifier': clientIdentifier };
  const password = sampleLogins.find((candidate) => candidate.login === login)?.password ?? '';
  const fields = { login, password, ...(login.startsWith('tomas') && { verificationCode: '123456' }) };
  const account = await (await sample.fetch(signInRequest(fields, { headers: headersOfClient }))).json();
  const token = String(account.authToken);
  const ask = (path: string, method = 'GET', headers: HeadersInit = {}) =>
    sample.fetch(
      new Request(origin + path, { method, headers: { ...headersOfClient, 'X-Plex-Token': token, ...headers } }),
    );
  return {
    sample,
    account,
    ask,
    json: async (path: string) => (await ask(path)).json(),
    devices: async () => readDevices(await (await ask(paths.devices)).text()),
    signOut: (id: string | undefined) => ask(`/devices/${id}.xml`, 'DELETE'),
  };
}

type Attributes = Record<string, string>;

function readDevices(xml: string): Attributes[] {
  return [...xml.matchAll(/<Device ([^>]*?)\/?>/g)].map(([, attributes = '']) =>
    Object.fromEntries([...attributes.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value])),
  );
}

function isLongUnused({ lastSeenAt }: Attributes): boolean {
  return Date.now() - Number(lastSeenAt) * 1000 > 365 * day;
}

describe('Mara', () => {
  const open = () => signedIn('mara@example.com');

  test('is one of four in a Home, and it is not hers', async () => {
    const { json, account } = await open();
    const { users, subscription } = await json(paths.home);
    expect(users.map(({ title }: { title: string }) => title)).toEqual([
      'Jonas Lindqvist',
      'Mara Lindqvist',
      'Elsa',
      'Guest',
    ]);
    expect(users.filter(({ admin }: { admin: boolean }) => admin)).toMatchObject([
      { title: 'Jonas Lindqvist', protected: true },
    ]);
    expect(users[1]).toMatchObject({ uuid: account.uuid, id: account.id, email: 'mara@example.com' });
    expect([users.length, subscription]).toEqual([account.homeSize, true]);
  });

  test('has 43 devices: 31 long unused, two servers, and the browser that asks', async () => {
    const { devices } = await open();
    const all = await devices();
    expect(all).toHaveLength(43);
    expect(all.filter(isLongUnused)).toHaveLength(31);
    expect(all.filter(({ provides }) => provides === 'server').map(({ name }) => name)).toEqual(['Attic', 'Cabin']);
    expect(all.filter(({ clientIdentifier }) => clientIdentifier === 'this-browser')).toMatchObject([
      { name: 'Chrome on Linux', product: 'Account statement' },
    ]);
    expect(new Set(all.map(({ id }) => id)).size).toBe(43);
    for (const { token } of all) expect(token).toMatch(/^[\w-]{20}$/);
    expect(new Set(all.map(({ token }) => token)).size).toBe(43);
  });

  test('shares with three friends, and one shares with her and one wants to', async () => {
    const { json } = await open();
    const friends = await json(paths.friends);
    const shares = (isOwn: boolean) =>
      friends.filter(({ sharedServers }: { sharedServers: { owned: boolean }[] }) =>
        sharedServers.some(({ owned }) => owned === isOwn),
      );
    expect([shares(true).length, shares(false).length]).toEqual([3, 1]);
    expect(JSON.stringify(friends)).toContain('"inviteToken"');
    expect(await json(paths.invitations)).toMatchObject([{ status: 'pending_received' }]);
  });

  test('has two servers and the one of a friend, which are the same as in her devices and shares', async () => {
    const { json, devices } = await open();
    const resources = await json(paths.resources);
    expect(resources).toMatchObject([
      { name: 'Attic', owned: true, presence: true },
      { name: 'Cabin', owned: true, presence: false },
      { name: 'Fjord', owned: false, sourceTitle: 'henrik.dahl' },
    ]);
    const identifiers = (await devices()).map(({ clientIdentifier }) => clientIdentifier);
    expect(identifiers).toContain(resources[0].clientIdentifier);
    expect(JSON.stringify(await json(paths.friends))).toContain(resources[2].clientIdentifier);
    for (const { accessToken } of resources) expect(accessToken).toMatch(/^[\w-]{20}$/);
  });

  test('has privacy settings, webhooks and six online sources', async () => {
    const { json, ask } = await open();
    expect(await json(paths.privacy)).toMatchObject({ optOutPlayback: true, optOutLibraryStats: false });
    expect(await json(paths.watchStateSync)).toEqual({ consent: true });
    expect(await json(paths.webhooks)).toHaveLength(2);
    const optOuts = await (await ask(paths.optOuts)).text();
    expect([optOuts.match(/<optOut /g)?.length, optOuts.match(/"opt_out"/g)?.length]).toEqual([6, 4]);
  });

  test('is not told the online sources of another account', async () => {
    const { ask } = await open();
    expect((await ask('/api/v2/user/0000000000000000/settings/opt_outs')).status).toBe(404);
  });
});

test('a free account has a Home of one, and no webhooks', async () => {
  const { json, ask, account, devices } = await signedIn('nina@example.com');
  expect((await json(paths.home)).users).toMatchObject([{ uuid: account.uuid, admin: true }]);
  expect(await json(paths.friends)).toEqual([]);
  expect(await json(paths.resources)).toEqual([]);
  expect((await ask(paths.webhooks)).status).toBe(403);
  expect(await devices()).toHaveLength(3);
});

test('a managed user sees the Home and its own devices, and is refused the sharing and the webhooks', async () => {
  const { json, ask, account, devices } = await signedIn('managed');
  expect((await json(paths.home)).users.map(({ uuid }: { uuid: string }) => uuid)).toContain(account.uuid);
  expect((await devices()).length).toBeGreaterThan(0);
  for (const path of [paths.friends, paths.invitations, paths.webhooks]) {
    const reply = await ask(path);
    expect([reply.status, (await reply.json()).errors[0].code]).toEqual([403, 1009]);
  }
});

test('the members of one Home see the same Home', async () => {
  const tomas = await signedIn('tomas@example.com');
  const leo = await signedIn('managed');
  expect(await leo.json(paths.home)).toEqual(await tomas.json(paths.home));
  expect((await tomas.json(paths.home)).users).toHaveLength(tomas.account.homeSize);
});

test.each([
  ['many-devices@example.com', 10_000, 15],
  ['no-devices@example.com', 0, 0],
])('%s has %i devices and %i members', async (login, deviceCount, memberCount) => {
  const { devices, json, ask } = await signedIn(login);
  expect(await devices()).toHaveLength(deviceCount);
  expect(await (await ask(paths.devices)).text()).toContain(`size="${deviceCount}"`);
  expect((await json(paths.home)).users).toHaveLength(memberCount);
});

describe('signing a device out', () => {
  test('removes it from the list of this session, and of no other', async () => {
    const sample = createSamplePlexTv();
    const one = await signedIn('mara@example.com', sample);
    const other = await signedIn('mara@example.com', sample, 'other-browser');
    const [, first, second] = await one.devices();
    const reply = await one.signOut(first?.id);
    expect([reply.status, await reply.text()]).toEqual([204, '']);
    const left = await one.devices();
    expect([left.length, left[1]]).toEqual([42, second]);
    expect(await other.devices()).toHaveLength(43);
  });

  test('gets 404 for a device that is gone or was never there', async () => {
    const { devices, signOut } = await signedIn('mara@example.com');
    const [, first] = await devices();
    await signOut(first?.id);
    expect((await signOut(first?.id)).status).toBe(404);
    expect((await signOut('1')).status).toBe(404);
  });

  test('ends the token of the client that asks, when it is its own device', async () => {
    const { devices, signOut, ask } = await signedIn('mara@example.com');
    const [own] = await devices();
    expect((await signOut(own?.id)).status).toBe(204);
    expect((await ask('/api/v2/user')).status).toBe(401);
  });

  test('needs a token', async () => {
    const { fetch } = createSamplePlexTv();
    const request = new Request(`${origin}/devices/810000011.xml`, { method: 'DELETE', headers: plexHeaders });
    expect((await fetch(request)).status).toBe(401);
  });

  test.each<[login: string, statuses: number[]]>([
    ['device-stays@example.com', [204, 204, 204, 204, 503, 204, 204, 404, 204]],
    ['devices-limited@example.com', [204, 204, 204, 204, 204, 429, 429]],
    ['devices-refused@example.com', [204, 204, 204, 401, 401]],
  ])('%s gets %j', async (login, statuses) => {
    const { devices, signOut, ask } = await signedIn(login);
    const ids = (await devices()).slice(1, 1 + statuses.length).map(({ id }) => id);
    const got = [];
    for (const id of ids) got.push((await signOut(id)).status);
    expect(got).toEqual(statuses);
    expect((await ask('/api/v2/user')).status).toBe(200);
    const gone = ids.filter((_, index) => [204, 404].includes(statuses[index] ?? 0));
    const listed = (await devices()).map(({ id }) => id);
    expect(listed).toHaveLength(43 - gone.length);
    expect(listed.filter((id) => gone.includes(id))).toEqual([]);
  });
});

describe('every request about access', () => {
  const entries = Object.entries(paths);

  test.each(entries)('needs a token: %s', async (_, path) => {
    const { fetch } = createSamplePlexTv();
    const reply = await fetch(new Request(origin + path, { headers: { ...plexHeaders, 'X-Plex-Token': 'unknown' } }));
    expect([reply.status, (await reply.json()).errors[0].code]).toEqual([401, 1001]);
  });

  test.each(entries)('refuses other methods: %s', async (_, path) => {
    const { ask } = await signedIn('mara@example.com');
    for (const method of ['POST', 'PUT', 'DELETE']) expect((await ask(path, method)).status).toBe(405);
  });

  test.each(entries)('answers any client that does not ask for JSON in XML: %s', async (name, path) => {
    const { ask } = await signedIn('mara@example.com');
    const reply = await ask(path, 'GET', { Accept: '*/*' });
    expect(reply.headers.get('Content-Type')).toBe('application/xml; charset=utf-8');
    expect(await reply.text()).toMatch(/^(?:<\?xml [^>]*>\n)?<\w+[ >/]/);
    const asJson = (await ask(path)).headers.get('Content-Type');
    const hasOnlyXml = ['devices', 'optOuts'].includes(name);
    expect(asJson).toBe(`application/${hasOnlyXml ? 'xml' : 'json'}; charset=utf-8`);
  });

  test.each<[login: string, name: keyof typeof paths, status: number, text: string]>([
    ['home-fails@example.com', 'home', 503, '<html>'],
    ['devices-fail@example.com', 'devices', 200, '<html>'],
    ['friends-fail@example.com', 'friends', 429, '1003'],
    ['invitations-fail@example.com', 'invitations', 500, ''],
    ['servers-fail@example.com', 'resources', 400, '1004'],
    ['privacy-fails@example.com', 'privacy', 403, 'Forbidden'],
    ['watch-sync-fails@example.com', 'watchStateSync', 404, 'Not Found'],
    ['opt-outs-fail@example.com', 'optOuts', 200, '<optOuts><optOut'],
    ['webhooks-fail@example.com', 'webhooks', 401, 'code="1001"'],
  ])('fails alone: %s', async (login, failing, status, text) => {
    const { ask } = await signedIn(login);
    for (const [name, path] of entries) {
      const reply = await ask(path);
      const body = await reply.text();
      if (name === failing) expect([reply.status, body]).toEqual([status, expect.stringContaining(text)]);
      else expect([name, reply.status]).toEqual([name, 200]);
    }
  });

  test.each<[login: string, status: number]>([
    ['access-fails@example.com', 503],
    ['access-refused@example.com', 403],
  ])('fails with the others: %s', async (login, status) => {
    const { ask } = await signedIn(login);
    for (const [, path] of entries) expect((await ask(path)).status).toBe(status);
    expect((await ask('/api/v2/user')).status).toBe(200);
  });

  test('ends the session of one login', async () => {
    const { ask } = await signedIn('access-ended@example.com');
    expect((await ask('/api/v2/user')).status).toBe(200);
    expect((await ask(paths.devices)).status).toBe(422);
    expect((await ask('/api/v2/user')).status).toBe(401);
  });

  test('is slow for one login, and never ends for another', async () => {
    vi.useFakeTimers();
    const slow = await signedIn('access-slow@example.com');
    const answered = vi.fn();
    const reply = slow.ask(paths.home).finally(answered);
    await vi.advanceTimersByTimeAsync(11_999);
    expect(answered).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect((await reply).status).toBe(200);
    const never = await signedIn('access-never@example.com');
    void never.ask(paths.home).finally(answered);
    await vi.advanceTimersByTimeAsync(day);
    expect(answered).toHaveBeenCalledOnce();
    expect(vi.getTimerCount()).toBe(0);
  });
});

test('has a login for every failure, and each login of this kind shows something', () => {
  const logins = sampleLogins.filter(({ kind }) => kind === 'access').map(({ login }) => login);
  const withoutFailure = logins.filter((login) => !(login in accessFailures));
  expect(withoutFailure).toEqual(['many-devices@example.com', 'no-devices@example.com']);
  expect(logins).toEqual(expect.arrayContaining(Object.keys(accessFailures)));
});
