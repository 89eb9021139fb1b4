// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { readDevices } from '../../plex/access/devices.ts';
import { factTexts } from '../../test/fact-text.ts';
import { localNoon, unixNoon } from '../../test/local-noon.ts';
import { devicesView } from './devices.ts';

type Attributes = Record<string, string | number>;

const now = localNoon('2026-11-25');
const thisClientIdentifier = 'this-browser';

const phone = { name: 'Mara’s iPhone', product: 'Plex for iOS', platform: 'iOS', lastSeenAt: unixNoon('2026-11-21') };
const browser = { name: 'Chrome', product: 'Plex Web', platform: 'Chrome', clientIdentifier: thisClientIdentifier };
const ghost = { name: 'Old TV', product: 'Plex for LG', platform: 'webOS', lastSeenAt: unixNoon('2019-05-02') };
const server = { name: 'Attic', product: 'Plex Media Server', provides: 'server', lastSeenAt: unixNoon('2026-11-24') };

function reply(devices: Attributes[], list: Attributes = {}) {
  const attributes = (values: Attributes) =>
    Object.entries(values)
      .map(([key, value]) => ` ${key}="${value}"`)
      .join('');
  const elements = devices.map((device) => `<Device${attributes(device)}/>`).join('');
  return readDevices(`<MediaContainer${attributes(list)}>${elements}</MediaContainer>`);
}

function view(devices: Attributes[], list: Attributes = {}) {
  return devicesView(reply(devices, list), { thisClientIdentifier, now });
}

const copies = (count: number, device: Attributes): Attributes[] =>
  Array.from({ length: count }, (_, index) => ({ ...device, id: index + 1 }));

test.each<[devices: Attributes[], answer: string]>([
  [[], 'plex.tv lists no devices for you.'],
  [[browser], 'Only this browser is signed in as you.'],
  [[phone], 'One device is signed in as you.'],
  [[ghost], 'One device is signed in as you. It has not been seen for over a year.'],
  [[browser, phone], '2 devices are signed in as you.'],
  [[browser, phone, ghost], '3 devices are signed in as you, and one of them has not been seen for over a year.'],
  [
    [browser, ...copies(31, ghost)],
    '32 devices are signed in as you, and 31 of them have not been seen for over a year.',
  ],
  [[ghost, ghost], '2 devices are signed in as you, and none of them has been seen for over a year.'],
  [
    [browser, { ...server, lastSeenAt: unixNoon('2020-01-01') }],
    '2 devices are signed in as you, and one of them has not been seen for over a year.',
  ],
])('answers for %j', (devices, answer) => {
  expect(view(devices).answer).toBe(answer);
});

test('lists this browser first, then by last seen, and those without a date last', () => {
  const { rows } = view([
    { name: 'No date' },
    phone,
    { ...phone, name: 'Tomorrow', lastSeenAt: unixNoon('2026-11-26') },
    { ...browser, lastSeenAt: unixNoon('2026-01-01') },
    { name: 'Broken date', platform: 'iOS', lastSeenAt: 'soon' },
    { name: 'Zero', lastSeenAt: 0 },
    { ...phone, name: 'Today', lastSeenAt: unixNoon('2026-11-25') },
  ]);
  expect(rows.map(({ name }) => name)).toEqual([
    'Chrome',
    'Tomorrow',
    'Today',
    'Mara’s iPhone',
    'No date',
    'Broken date',
    'Zero',
  ]);
});

test('knows this browser by its client identifier only', () => {
  const named = view([browser, { ...browser, clientIdentifier: 'another' }, { name: 'Chrome' }]);
  expect(named.rows.map(({ isThisBrowser }) => isThisBrowser)).toEqual([true, false, false]);
  expect(named.hasThisBrowser).toBe(true);
  const unknown = devicesView(reply([browser, { name: 'None' }]), { thisClientIdentifier: undefined, now });
  expect(unknown.rows.map(({ isThisBrowser }) => isThisBrowser)).toEqual([false, false]);
  expect(unknown.hasThisBrowser).toBe(false);
});

test('makes a new view a year later, and for another browser', () => {
  const list = reply([browser, phone]);
  const rowsIn = (identifier: string, date: string) =>
    devicesView(list, { thisClientIdentifier: identifier, now: localNoon(date) }).rows.map(({ name }) => name);
  expect(rowsIn(thisClientIdentifier, '2026-11-25')).toEqual(['Chrome', 'Mara’s iPhone']);
  expect(rowsIn('another', '2026-11-25')).toEqual(['Mara’s iPhone', 'Chrome']);
  expect(rowsIn('another', '2027-11-25')).toEqual(['Chrome']);
});

test.each<[device: Attributes, canSignOut: boolean]>([
  [{ ...phone, id: 7 }, true],
  [phone, false],
  [{ ...phone, id: 'seven' }, false],
  [{ ...browser, id: 7 }, false],
  [{ ...server, id: 7 }, true],
])('whether %j can be signed out: %s', (device, canSignOut) => {
  const { rows, servers } = view([device]);
  expect([...rows, ...servers][0]?.canSignOut).toBe(canSignOut);
});

test.each<[device: Attributes, name: string]>([
  [{ name: 'Box', product: 'Plex Web', platform: 'Chrome' }, 'Box'],
  [{ name: '', product: 'Plex Web', platform: 'Chrome' }, 'Plex Web'],
  [{ name: '  ', product: '', platform: 'Chrome' }, 'Chrome'],
  [{ name: '\u200b', id: 1 }, 'Device without a name'],
])('the name of %j', (device, name) => {
  expect(view([device]).rows[0]?.name).toBe(name);
});

test.each<[device: Attributes, app: string]>([
  [{ product: 'Plex for iOS', productVersion: '2026.14.1', platform: 'iOS' }, 'Plex for iOS 2026.14'],
  [{ product: 'Plex Web', productVersion: '4.145.0', platform: 'Safari' }, 'Plex Web 4.145, Safari'],
  [{ product: 'Tautulli', productVersion: 'v2.17.0', platform: 'Linux' }, 'Tautulli 2.17, Linux'],
  [{ product: 'Plexamp', version: '4.14', platform: 'iOS' }, 'Plexamp 4.14, iOS'],
  [{ product: 'Plex for LG', productVersion: 'beta', platform: 'webOS' }, 'Plex for LG, webOS'],
  [{ platform: 'Linux' }, 'Unknown app, Linux'],
  [{ id: 1 }, 'Unknown app'],
])('the app of %j', (device, app) => {
  expect(view([device]).rows[0]?.app).toBe(app);
});

test.each<[lastSeenAt: number | string, text: string]>([
  [new Date('2026-11-25T09:14:00').getTime() / 1000, 'Today, 09:14'],
  [new Date('2026-11-25T23:59:00').getTime() / 1000, 'Today, 23:59'],
  [new Date('2026-11-24T23:59:00').getTime() / 1000, 'Yesterday'],
  [unixNoon('2026-11-23'), '23 November'],
  [unixNoon('2026-11-26'), '26 November'],
  [unixNoon('2025-12-31'), '31 Dec 2025'],
  [unixNoon('2027-01-01'), '1 Jan 2027'],
  ['2026-11-25', 'Today'],
  ['', 'plex.tv did not say'],
])('shows last seen %s as %s', (lastSeenAt, text) => {
  expect(view([{ ...phone, lastSeenAt }]).rows[0]?.lastSeen.text).toBe(text);
});

test.each<[day: string, isLongUnused: boolean]>([
  ['2025-11-26', false],
  ['2025-11-25', false],
  ['2025-11-24', true],
  ['1980-01-01', true],
  ['2030-01-01', false],
])('a device last seen on %s is long unused: %s', (day, isLongUnused) => {
  expect(view([{ ...phone, lastSeenAt: unixNoon(day) }]).groups.length === 1).toBe(isLongUnused);
});

test('never takes this browser for long unused', () => {
  const { rows, groups } = view([{ ...browser, lastSeenAt: unixNoon('2019-01-01') }]);
  expect([rows.length, groups.length]).toEqual([1, 0]);
});

test('folds the long unused, with their oldest and their years', () => {
  const { groups, rows } = view([phone, ghost, { ...ghost, lastSeenAt: unixNoon('2025-01-01') }]);
  expect(rows.map(({ name }) => name)).toEqual(['Mara’s iPhone']);
  expect(groups).toMatchObject([
    { title: '2 not seen for over a year', note: 'oldest: 2 May 2019', years: '2019 to 2025', rows: [{}, {}] },
  ]);
});

test('folds many of the same app on the same platform, and keeps the three last seen', () => {
  const web = (day: number) => ({ product: 'Plex Web', platform: 'Chrome', lastSeenAt: unixNoon(`2026-03-0${day}`) });
  const others = [{ ...phone }, { ...web(1), platform: 'Safari' }, { ...browser, lastSeenAt: unixNoon('2026-02-01') }];
  const four = view([...[1, 2, 3, 4].map(web), ...others]);
  expect(four.groups).toEqual([]);
  const five = view([...[1, 2, 3, 4, 5].map(web), ...others]);
  expect(five.groups).toMatchObject([
    { title: '2 more of Plex Web, Chrome', note: 'newest: 2 March 2026', years: '2026', rows: [{}, {}] },
  ]);
  expect(five.rows).toHaveLength(6);
});

test('does not fold devices without an app or a platform', () => {
  expect(view([...copies(9, { product: 'Plex Web' }), ...copies(9, { platform: 'Chrome' })]).groups).toEqual([]);
});

test('never folds a media server', () => {
  const old = { ...server, platform: 'Linux', lastSeenAt: unixNoon('2019-01-01') };
  const { servers, groups, rows } = view(copies(9, old));
  expect([servers.length, groups.length, rows.length]).toEqual([9, 0, 0]);
});

test.each<[device: Attributes, isServer: boolean]>([
  [{ product: 'Plex Media Server' }, true],
  [{ product: 'Other', provides: 'client,server' }, true],
  [{ product: 'Other', provides: 'client,pubsub-player' }, false],
])('%j is a server: %s', (device, isServer) => {
  expect(view([device]).servers.length === 1).toBe(isServer);
});

test.each<[version: string, warning: string | undefined]>([
  ['1.41.0.8992-8463ad060', 'Over a year old'],
  ['1.43.0.10492', undefined],
  ['9.9.9.9', undefined],
  ['', undefined],
])('a server of version %s has the warning %s', (productVersion, warning) => {
  expect(view([{ ...server, productVersion }]).servers[0]?.versionWarning).toBe(warning);
});

test('warns of old versions only for servers', () => {
  expect(view([{ ...phone, productVersion: '1.41.0' }]).rows[0]?.versionWarning).toBeUndefined();
});

test('marks an address that differs from the one plex.tv sees now', () => {
  const { rows, addressNote } = view(
    [
      { ...browser, publicAddress: '203.0.113.1' },
      { ...phone, publicAddress: '198.51.100.24' },
      { ...phone, publicAddress: '203.0.113.80' },
      { ...phone },
    ],
    { publicAddress: '198.51.100.24' },
  );
  expect(rows.map(({ isElsewhere }) => isElsewhere)).toEqual([false, false, true, false]);
  expect(addressNote).toBe(
    '“Elsewhere” marks an address other than 198.51.100.24, from which this page now reaches plex.tv.',
  );
});

test('marks no address when this page reaches plex.tv from an address of its own', () => {
  const devices = [
    { ...browser, publicAddress: '192.0.2.1' },
    { ...phone, publicAddress: '198.51.100.24' },
  ];
  const { rows, addressNote } = view(devices, { publicAddress: '192.0.2.1' });
  expect(rows.some(({ isElsewhere }) => isElsewhere)).toBe(false);
  expect(addressNote).toMatch(/^This page reaches plex.tv from 192.0.2.1./);
});

test('says nothing about addresses that plex.tv did not send', () => {
  expect(view([phone], { publicAddress: '192.0.2.1' }).addressNote).toBeUndefined();
  expect(view([{ ...phone, publicAddress: '192.0.2.1' }]).addressNote).toBeUndefined();
});

test('says when plex.tv counts more devices than this page could read', () => {
  expect(view([phone], { size: 2 }).remarks).toEqual(['plex.tv counts 2 devices, but this page could read 1.']);
  expect(view([phone], { size: 1 }).remarks).toEqual([]);
});

test('shows every field of a device, with odd and unknown ones marked', () => {
  const { rows } = view([
    { ...phone, id: 7, productVersion: '2026.14.1', version: '2026.14.1', createdAt: 'long ago', colour: 'red' },
  ]);
  const texts = factTexts(rows[0]?.facts ?? []);
  expect(texts).toMatchObject({
    Name: 'Mara’s iPhone',
    App: 'Plex for iOS',
    Version: '2026.14.1',
    'First seen': 'long ago [not as expected]',
    'Number at plex.tv': '7',
    colour: 'red [unknown to this page]',
    Maker: 'None',
  });
  expect(texts).not.toHaveProperty('Version, second field');
});

test('keeps duplicate names apart by their place', () => {
  const { rows } = view([phone, phone]);
  expect(new Set(rows.map(({ path }) => path)).size).toBe(2);
});

test.each([0, 1, 43, 10_000])('has every one of %i devices once', (count) => {
  const devices = Array.from({ length: count }, (_, index) => ({
    ...(index % 3 === 0 ? ghost : phone),
    id: index + 1,
    lastSeenAt: unixNoon('2019-01-01') + index * 20_000,
  }));
  const { rows, groups, servers, count: all } = view(devices);
  const paths = [...rows, ...servers, ...groups.flatMap((group) => group.rows)].map(({ path }) => path);
  expect(all).toBe(count);
  expect(new Set(paths).size).toBe(count);
  expect(paths).toHaveLength(count);
});
