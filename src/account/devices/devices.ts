import type { Device, DeviceList } from '../../plex/access/devices.ts';
import { countOf } from '../facts/count-words.ts';
import { formatDate } from '../facts/format-date.ts';
import { longUnusedBefore } from '../facts/long-unused.ts';
import { normalizeWord } from '../facts/normalize-word.ts';
import { DeviceRow, type DevicesReply } from './device-row.ts';
import { sortDevices } from './find-devices.ts';

/** From this many entries, one app on one platform forms a group. A household may really own fewer. */
const minAlike = 5;
/** How many entries of a group stay in the list: those that were seen last. */
const shownAlike = 3;
/** At most this many rows are drawn in closed folds, where Find and the browser's own search find them. */
const maxRowsInClosedFolds = 100;

/** Devices that share one line: those that are long unused, or many of one app on one platform. */
export type DeviceGroup = {
  id: string;
  /** "31 not seen for over a year" */
  title: string;
  /** "oldest: 2 May 2019" */
  note: string | undefined;
  /** "2019 to 2025": when they were last seen. */
  years: string | undefined;
  rows: DeviceRow[];
  /** Whether its rows are drawn only when its fold opens. */
  isLazy: boolean;
};

export type DevicesView = {
  answer: string;
  remarks: string[];
  /** All devices, with servers and groups. */
  count: number;
  longUnusedCount: number;
  /** This browser, then the others by last seen; those in groups are left out. */
  rows: DeviceRow[];
  groups: DeviceGroup[];
  /** The rows together with those of the groups. */
  apps: DeviceRow[];
  servers: DeviceRow[];
  /** Whether plex.tv lists this browser. If not, one of the others may hold the sign-in of this page. */
  hasThisBrowser: boolean;
  /** About the addresses and their mark. */
  addressNote: string | undefined;
};

type DevicesContext = {
  /** The client identifier of this page. */
  thisClientIdentifier: string | undefined;
  now: Date;
};

type Cached = DevicesContext & { view: DevicesView };

const cache = new WeakMap<DeviceList, Cached>();

/**
 * Cached, because the panel and Find ask for the same list, which may have thousands of devices. The other parts of the
 * reply never change without the list.
 */
export function devicesView(reply: DevicesReply, { thisClientIdentifier, now }: DevicesContext): DevicesView {
  const last = cache.get(reply.data);
  if (last?.thisClientIdentifier === thisClientIdentifier && last?.now.getTime() === now.getTime()) return last.view;
  const view = createView(reply, { thisClientIdentifier, now });
  cache.set(reply.data, { thisClientIdentifier, now, view });
  return view;
}

function createView(reply: DevicesReply, { thisClientIdentifier, now }: DevicesContext): DevicesView {
  const { devices } = reply.data;
  const addressNow = comparableAddress(reply.data, thisClientIdentifier);
  const context = { reply, thisClientIdentifier, addressNow, now, unusedBefore: longUnusedBefore(now) };
  const all = sortDevices(
    devices.map((device, index) => new DeviceRow(device, index, context)),
    'last-seen',
  );
  const apps = all.filter(({ isServer }) => !isServer);
  const groups = limitDrawnRows([longUnusedGroup(apps), ...alikeGroups(apps)].filter((group) => group !== undefined));
  const grouped = new Set(groups.flatMap(({ rows }) => rows));
  const longUnusedCount = all.filter(({ isLongUnused }) => isLongUnused).length;
  const isOnlyThisBrowser = all.length === 1 && all[0]?.isThisBrowser === true;
  return {
    answer: answer(all.length, longUnusedCount, isOnlyThisBrowser),
    remarks: remarks(reply.data),
    count: all.length,
    longUnusedCount,
    rows: apps.filter((row) => !grouped.has(row)),
    groups,
    apps,
    servers: all.filter(({ isServer }) => isServer),
    hasThisBrowser: all.some(({ isThisBrowser }) => isThisBrowser),
    addressNote: addressNote(reply.data, addressNow),
  };
}

function answer(count: number, longUnusedCount: number, isOnlyThisBrowser: boolean): string {
  if (count === 0) return 'plex.tv lists no devices for you.';
  if (isOnlyThisBrowser) return 'Only this browser is signed in as you.';
  const devices = count === 1 ? 'One device is signed in as you' : `${count} devices are signed in as you`;
  if (longUnusedCount === 0) return `${devices}.`;
  if (count === 1) return `${devices}. It has not been seen for over a year.`;
  if (longUnusedCount === count) return `${devices}, and none of them has been seen for over a year.`;
  const unused = longUnusedCount === 1 ? 'one of them has' : `${longUnusedCount} of them have`;
  return `${devices}, and ${unused} not been seen for over a year.`;
}

function remarks({ size, devices }: DeviceList): string[] {
  if (size === null || size === devices.length) return [];
  return [`plex.tv counts ${countOf(size, 'device', 'devices')}, but this page could read ${devices.length}.`];
}

/**
 * The address of this page's server, as plex.tv sees it. Undefined if no other device shares it: the server then runs
 * away from home, and every device would be marked as elsewhere.
 */
function comparableAddress({ publicAddress, devices }: DeviceList, thisClientIdentifier: string | undefined) {
  const isShared = devices.some(
    (device) => device.publicAddress === publicAddress && device.clientIdentifier !== thisClientIdentifier,
  );
  return publicAddress !== null && isShared ? publicAddress : undefined;
}

function addressNote({ publicAddress, devices }: DeviceList, addressNow: string | undefined): string | undefined {
  if (!devices.some((device) => device.publicAddress !== null)) return undefined;
  if (addressNow !== undefined) {
    return `“Elsewhere” marks an address other than ${addressNow}, from which this page now reaches plex.tv.`;
  }
  if (publicAddress === null) return undefined;
  return `This page reaches plex.tv from ${publicAddress}. No other device was last seen there, so no address is marked.`;
}

type GroupContent = Omit<DeviceGroup, 'isLazy'>;

/** The groups whose rows still fit into the limit are drawn at once, and the others when they open. */
function limitDrawnRows(groups: readonly GroupContent[]): DeviceGroup[] {
  let drawnCount = 0;
  return groups.map((group) => {
    const isLazy = drawnCount + group.rows.length > maxRowsInClosedFolds;
    if (!isLazy) drawnCount += group.rows.length;
    return { ...group, isLazy };
  });
}

function longUnusedGroup(apps: readonly DeviceRow[]): GroupContent | undefined {
  const rows = apps.filter(({ isLongUnused }) => isLongUnused);
  const oldest = rows.at(-1)?.device.lastSeenAt;
  if (!oldest) return undefined;
  return {
    id: 'long-unused',
    title: `${rows.length} not seen for over a year`,
    note: `oldest: ${formatDate(oldest)}`,
    years: years(rows),
    rows,
  };
}

/** Groups of many entries of one app on one platform, without those that were seen last. */
function alikeGroups(apps: readonly DeviceRow[]): GroupContent[] {
  const byApp = new Map<string, DeviceRow[]>();
  for (const row of apps) {
    const key = appKey(row.device);
    if (!key || row.isThisBrowser || row.isLongUnused) continue;
    const alike = byApp.get(key);
    if (alike) alike.push(row);
    else byApp.set(key, [row]);
  }
  return [...byApp].flatMap(([key, alike]) => {
    if (alike.length < minAlike) return [];
    const rows = alike.slice(shownAlike);
    const { product, platform } = alike[0]?.device ?? {};
    const newest = rows[0]?.device.lastSeenAt;
    return {
      id: `alike ${key}`,
      title: `${rows.length} more of ${product}${platform === product ? '' : `, ${platform}`}`,
      note: newest ? `newest: ${formatDate(newest)}` : undefined,
      years: years(rows),
      rows,
    };
  });
}

function appKey({ product, platform }: Device): string | undefined {
  return product && platform ? `${normalizeWord(product)} ${normalizeWord(platform)}` : undefined;
}

/** "2019 to 2025". The rows are sorted by last seen; those without a date are at the end. */
function years(rows: readonly DeviceRow[]): string | undefined {
  const last = rows[0]?.device.lastSeenAt?.getFullYear();
  const first = rows.findLast(({ device }) => device.lastSeenAt !== null)?.device.lastSeenAt?.getFullYear();
  if (first === undefined) return undefined;
  return first === last ? String(first) : `${first} to ${last}`;
}
