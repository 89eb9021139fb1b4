import { unixDaysFrom } from '../accounts/days.ts';
import { deviceToken, homeAddress, type SampleDevice, serverIdentifier, type Viewer } from './access.ts';

type DeviceRow = {
  name: string;
  product: string;
  version: string;
  platform: string;
  platformVersion?: string;
  device?: string;
  model?: string;
  vendor?: string;
  provides?: string;
  address?: string;
  /** Days ago. */
  first: number;
  last: number;
  uris?: string[];
};

const client = 'client,player,pubsub-player';

/** A device in the format recorded in 2022. */
export function device(row: DeviceRow, id: number, now: Date, clientIdentifier = `sample-device-${id}`): SampleDevice {
  return {
    name: row.name,
    publicAddress: row.address ?? homeAddress,
    product: row.product,
    productVersion: row.version,
    platform: row.platform,
    platformVersion: row.platformVersion ?? '',
    device: row.device ?? '',
    model: row.model ?? '',
    vendor: row.vendor ?? '',
    provides: row.provides ?? '',
    clientIdentifier,
    version: row.version,
    id,
    token: deviceToken(clientIdentifier),
    createdAt: unixDaysFrom(now, -row.first),
    lastSeenAt: unixDaysFrom(now, -row.last),
    screenResolution: '',
    screenDensity: '',
    ...(row.uris && { uris: row.uris.join(' ') }),
  };
}

/** The device of the client that sends the request. */
export function ownDevice({ now, client: own }: Viewer): SampleDevice {
  const row: DeviceRow = {
    name: own.name,
    product: own.product,
    version: own.version,
    platform: own.platform,
    platformVersion: own.platformVersion,
    model: 'hosted',
    first: 9.1,
    last: 0,
  };
  return device(row, 810_000_001, now, own.identifier);
}

/** A media server. Its device and its resource have the same identifier. */
export function serverDevice(
  name: string,
  id: number,
  now: Date,
  row: Pick<DeviceRow, 'version' | 'platform' | 'device' | 'first' | 'last'> & Partial<DeviceRow>,
): SampleDevice {
  const details: DeviceRow = {
    product: 'Plex Media Server',
    platformVersion: '6.8.12',
    model: 'x86_64',
    provides: 'server',
    uris: ['http://192.168.1.20:32400', `http://${row.address ?? homeAddress}:32400`],
    ...row,
    name,
  };
  return device(details, id, now, serverIdentifier(name));
}

const recent: readonly DeviceRow[] = [
  {
    name: 'Mara’s iPhone',
    product: 'Plex for iOS',
    version: '2026.14',
    platform: 'iOS',
    platformVersion: '20.1',
    device: 'iPhone',
    model: '17,3',
    vendor: 'Apple',
    provides: 'client,controller,sync-target,player,pubsub-player,provider-playback',
    first: 610,
    last: 0.06,
  },
  {
    name: 'Living room',
    product: 'Plex for Apple TV',
    version: '2026.13',
    platform: 'tvOS',
    platformVersion: '20.0',
    device: 'Apple TV',
    model: '14,1',
    vendor: 'Apple',
    provides: client,
    first: 980,
    last: 0.11,
  },
  {
    name: 'Mara’s iPhone',
    product: 'Plexamp',
    version: '4.14.1',
    platform: 'iOS',
    platformVersion: '20.1',
    device: 'iPhone',
    model: '17,3',
    vendor: 'Apple',
    provides: client,
    first: 590,
    last: 1.2,
  },
  {
    name: 'Kitchen',
    product: 'Plex for LG',
    version: '6.2.0',
    platform: 'webOS',
    platformVersion: '8.3',
    device: 'TV',
    model: 'OLED42C4',
    vendor: 'LG',
    provides: client,
    first: 412,
    last: 4.5,
  },
  {
    name: 'Mara’s iPad',
    product: 'Plex for iOS',
    version: '2026.12',
    platform: 'iPadOS',
    platformVersion: '20.0',
    device: 'iPad',
    model: '16,4',
    vendor: 'Apple',
    provides: client,
    first: 720,
    last: 12.4,
  },
  {
    name: 'Firefox',
    product: 'Plex Web',
    version: '4.152.0',
    platform: 'Firefox',
    platformVersion: '148',
    device: 'Windows',
    model: 'hosted',
    address: '203.0.113.80',
    first: 22.7,
    last: 22.4,
  },
  {
    name: 'Bedroom',
    product: 'Plex for Android (TV)',
    version: '10.31.2',
    platform: 'Android',
    platformVersion: '14',
    device: 'Chromecast',
    model: 'Google TV',
    vendor: 'Google',
    provides: client,
    first: 800,
    last: 61,
  },
  {
    name: 'Home Assistant',
    product: 'Home Assistant',
    version: '2026.4.1',
    platform: 'Home Assistant',
    device: 'Linux',
    model: 'Plex OAuth',
    provides: 'controller',
    first: 540,
    last: 140,
  },
  {
    name: 'Tautulli',
    product: 'Tautulli',
    version: 'v2.17.0',
    platform: 'Linux',
    platformVersion: '6.8.12',
    model: 'Plex OAuth',
    first: 1500,
    last: 258,
  },
];

/** Devices that were not seen for over a year, oldest last. Most are browsers: each new profile makes another entry. */
const unused: readonly DeviceRow[] = [
  ...[401, 455, 470, 512, 533, 590, 640, 702, 745, 810, 866, 931].map((last, index) => ({
    name: 'Chrome',
    product: 'Plex Web',
    version: `4.${140 - index * 3}.0`,
    platform: 'Chrome',
    platformVersion: String(141 - index * 2),
    device: index % 3 === 0 ? 'Windows' : 'OSX',
    model: 'hosted',
    first: last + 1 + index,
    last,
  })),
  ...[1010, 1090, 1144, 1260, 1303, 1377].map((last, index) => ({
    name: 'Safari',
    product: 'Plex Web',
    version: `4.${100 - index * 4}.1`,
    platform: 'Safari',
    platformVersion: `16.${6 - index}`,
    device: 'OSX',
    model: 'hosted',
    ...(index === 3 && { address: '203.0.113.41' }),
    first: last + 0.2,
    last,
  })),
  { name: 'LG TV 2017', product: 'Plex for LG', version: '5.9.0', platform: 'webOS', first: 2900, last: 980 },
  { name: 'Mara’s iPhone 11', product: 'Plex for iOS', version: '8.21', platform: 'iOS', first: 2240, last: 1180 },
  {
    name: 'Pixel 4a',
    product: 'Plex for Android (Mobile)',
    version: '9.4.0',
    platform: 'Android',
    first: 2000,
    last: 1402,
  },
  {
    name: 'PlayStation 4',
    product: 'Plex for Sony Game Consoles',
    version: '4.2',
    platform: 'PlayStation',
    first: 2800,
    last: 1490,
  },
  { name: 'Roku Express', product: 'Plex for Roku', version: '7.0.17', platform: 'Roku', first: 2410, last: 1533 },
  { name: 'Sonarr', product: 'Sonarr', version: '3.0.6.1265', platform: 'Windows', first: 1900, last: 1610 },
  { name: 'Ombi', product: 'Ombi', version: '4.0.1', platform: 'Web', first: 1850, last: 1701 },
  { name: 'Office PC', product: 'Plex HTPC', version: '1.30.0', platform: 'Windows', first: 1720, last: 1719 },
  {
    name: 'Fire TV Stick',
    product: 'Plex for Android (TV)',
    version: '8.12.0',
    platform: 'Android',
    first: 2600,
    last: 1844,
  },
  { name: 'Xbox One', product: 'Plex for Xbox', version: '3.1.0', platform: 'Xbox', first: 2700, last: 1995 },
  {
    name: 'Chromecast',
    product: 'Plex for Chromecast',
    version: '2.4',
    platform: 'Chromecast',
    first: 2650,
    last: 2210,
  },
  {
    name: 'Raspberry Pi',
    product: 'RasPlex',
    version: '1.8.0',
    platform: 'Rasplex',
    address: '203.0.113.9',
    first: 3100,
    last: 2410,
  },
  { name: 'Mara’s MacBook', product: 'Plex Media Player', version: '2.44.0', platform: 'OSX', first: 3190, last: 2765 },
];

/** 41 apps: the client of the request, 9 of this year, and 31 that were not seen for over a year. */
export function manyDevices(viewer: Viewer): SampleDevice[] {
  const others = [...recent, ...unused].map((row, index) => device(row, 810_000_011 + index * 7, viewer.now));
  return [ownDevice(viewer), ...others];
}

/** Few apps: the client of the request, and the first of this year. */
export function fewDevices(viewer: Viewer, count: number): SampleDevice[] {
  const others = recent.slice(1, count).map((row, index) => device(row, 820_000_011 + index * 7, viewer.now));
  return [ownDevice(viewer), ...others];
}

/** 10,000 devices, which is more than anybody has. */
export function thousandsOfDevices(viewer: Viewer): SampleDevice[] {
  const rows = [...recent, ...unused];
  const others = Array.from({ length: 9_999 }, (_, index) => {
    const row = rows[index % rows.length] ?? recent[0];
    const last = (index * 7) % 3000;
    return (
      row &&
      device({ ...row, name: `${row.name} ${index + 1}`, first: last + 30, last }, 830_000_000 + index, viewer.now)
    );
  });
  return [ownDevice(viewer), ...others.filter((entry) => entry !== undefined)];
}
