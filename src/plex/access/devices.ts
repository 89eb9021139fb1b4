import * as v from 'valibot';
import { joinParts } from '../account/join-parts.ts';
import { integer, replyObject, stringList, text, timestamp } from '../account/reply-fields.ts';
import { PlexError } from '../errors/plex-error.ts';
import type { PlexClient } from '../http/client.ts';
import { request } from '../http/request.ts';
import type { Secret } from '../secrets/secret.ts';
import { yieldToBrowser } from '../yield-to-browser.ts';
import {
  type AccessReply,
  itemsOf,
  readAccessReply,
  readPartOfReply,
  type WithAllKeys,
  withAllKeys,
} from './access-reply.ts';
import { sliceXml } from './slice-xml.ts';
import { readXmlRecord } from './xml-record.ts';

/** The number of a device, as digits. It is part of an address, so it stays text. */
const deviceId = v.pipe(v.string(), v.regex(/^\d{1,20}$/));

/** An address under which an app or server could be reached. */
const connectionEntries = { uri: text };

/** Downloads that a device syncs. */
const syncListEntries = { itemsCompleteCount: integer, totalSize: integer, version: text };

/** An app or a server that is signed in. All times are epoch seconds. Recorded 2022. */
const deviceEntries = {
  name: text,
  /** The address from which it was last seen. */
  publicAddress: text,
  /** The app, such as "Plex for iOS". Open. */
  product: text,
  productVersion: text,
  /** Such as "iOS", or the name of a browser. */
  platform: text,
  platformVersion: text,
  /** The make of device, such as "iPhone" or "Docker Container". */
  device: text,
  model: text,
  vendor: text,
  /** client, player, controller, server … Open. */
  provides: stringList,
  clientIdentifier: text,
  /** The same as `productVersion` in every reply seen. */
  version: text,
  id: deviceId,
  /** When it signed in first. */
  createdAt: timestamp,
  lastSeenAt: timestamp,
  /** Such as "1440x772,1440x900". */
  screenResolution: text,
  screenDensity: text,
};

const deviceSchema = replyObject({
  ...deviceEntries,
  Connection: v.array(replyObject(connectionEntries)),
  SyncList: v.array(replyObject(syncListEntries)),
});

const rootName = 'MediaContainer';

const deviceListEntries = {
  /** The address that this request comes from, as plex.tv sees it. Through a relay it is the relay's address. */
  publicAddress: text,
  /** How many devices plex.tv lists. */
  size: integer,
};

const deviceListSchema = replyObject({ ...deviceListEntries, Device: v.array(deviceSchema) });

export type Device = WithAllKeys<typeof deviceEntries> & {
  connections: WithAllKeys<typeof connectionEntries>[];
  syncLists: WithAllKeys<typeof syncListEntries>[];
};
export type DeviceList = WithAllKeys<typeof deviceListEntries> & { devices: Device[] };

/**
 * `GET /devices.xml`: the apps and servers that are signed in to the account. plex.tv lists the devices of one member
 * of a Home, not of the whole Home.
 *
 * @throws PlexError; the signal's own reason when the caller aborted.
 */
export async function getDevices(
  client: PlexClient,
  token: Secret,
  signal?: AbortSignal,
): Promise<AccessReply<DeviceList>> {
  const body = await request(client, {
    purpose: 'access',
    method: 'GET',
    path: '/devices.xml',
    isOutsideApi: true,
    isXml: true,
    token,
    signal,
  });
  return (await readInSlices(body, signal)) ?? readDevices(body);
}

/** Reads the text of `devices.xml`. @throws PlexError `notJson` when it is something else. */
export function readDevices(body: unknown): AccessReply<DeviceList> {
  return readAccessReply(deviceListSchema, readXmlRecord(body, rootName), toDeviceList);
}

function toDeviceList(parsed: v.InferOutput<typeof deviceListSchema>): DeviceList {
  return {
    ...withAllKeys(deviceListEntries, parsed),
    devices: itemsOf(parsed.Device).map(({ Connection, SyncList, ...device }) => ({
      ...withAllKeys(deviceEntries, device),
      connections: itemsOf(Connection).map((connection) => withAllKeys(connectionEntries, connection)),
      syncLists: itemsOf(SyncList).map((list) => withAllKeys(syncListEntries, list)),
    })),
  };
}

/** Devices to read at a time. A processor slowed down four times reads them in less than 50 ms. */
const maxDevicesAtOnce = 100;

/**
 * Reads thousands of devices without holding up the page, which would take a second or more.
 *
 * @returns undefined when the list is short, or can only be read in one piece.
 */
async function readInSlices(body: unknown, signal?: AbortSignal): Promise<AccessReply<DeviceList> | undefined> {
  const slices = typeof body === 'string' ? sliceXml(body, rootName, 'Device', maxDevicesAtOnce) : [];
  if (slices.length < 2) return undefined;
  const parts: AccessReply<DeviceList>[] = [];
  for (const slice of slices) {
    await yieldToBrowser();
    signal?.throwIfAborted();
    const part = readSlice(slice, parts.length === 0);
    if (!part) return undefined;
    parts.push(part);
  }
  return joinDevices(parts);
}

function readSlice(slice: string, isFirst: boolean): AccessReply<DeviceList> | undefined {
  try {
    const record = readXmlRecord(slice, rootName);
    const hasOtherChildren = Object.keys(record).some((name) => name !== 'Device');
    return isFirst || !hasOtherChildren ? readPartOfReply(deviceListSchema, record, toDeviceList) : undefined;
  } catch {
    return undefined; // not well-formed by itself
  }
}

function joinDevices(parts: readonly AccessReply<DeviceList>[]): AccessReply<DeviceList> {
  const [first] = parts;
  if (!first) throw new PlexError('notJson');
  const { received, ...issues } = joinParts('Device', parts);
  const devices = parts.flatMap(({ data }) => data.devices);
  return { data: { ...first.data, devices }, received: { ...first.received, Device: received }, ...issues };
}
