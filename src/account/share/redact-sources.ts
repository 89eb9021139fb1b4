import type { Device, DeviceList } from '../../plex/access/devices.ts';
import type { Friend, SharedLibrary, SharedServer, SharingSettings } from '../../plex/access/friends.ts';
import type { Home, HomeUser } from '../../plex/access/home-users.ts';
import type { OptOut } from '../../plex/access/opt-outs.ts';
import type { PrivacySettings } from '../../plex/access/privacy-settings.ts';
import type { Resource, ResourceConnection } from '../../plex/access/resources.ts';
import { type AccountSources, type SourceName, sourceNames } from '../../plex/access/sources.ts';
import type { WatchStateSync } from '../../plex/access/watch-state-sync.ts';
import type { Webhook } from '../../plex/access/webhooks.ts';
import { Secret } from '../../plex/secrets/secret.ts';
import { sourcePath } from '../facts/source-path.ts';
import { hide, type Redaction, type Shareable } from './redact-account.ts';
import type { ShareChoice } from './sensitive-data-finder.ts';

/** What a value tells. `plain` helps others to help, and identifies nobody. */
type Kind = 'plain' | ShareChoice;

/** The kind of each key of a record, or the shape of the records inside. A new key of the data needs an entry. */
type Shape<Data> = { readonly [Key in keyof Data]-?: Kind | object };

const homeUser: Shape<HomeUser> = {
  id: 'people',
  uuid: 'people',
  title: 'people',
  username: 'people',
  email: 'people',
  friendlyName: 'people',
  thumb: 'people',
  hasPassword: 'plain',
  restricted: 'plain',
  restrictionProfile: 'plain',
  admin: 'plain',
  guest: 'plain',
  protected: 'plain',
  updatedAt: 'dates',
};

const home: Shape<Home> = {
  id: 'people',
  name: 'people',
  guestUserID: 'people',
  guestUserUUID: 'people',
  guestEnabled: 'plain',
  subscription: 'plain',
  users: homeUser,
};

/** The name of a device often holds the name of a person. */
const device: Shape<Device> = {
  name: 'people',
  publicAddress: 'addresses',
  product: 'plain',
  productVersion: 'plain',
  platform: 'plain',
  platformVersion: 'plain',
  device: 'plain',
  model: 'plain',
  vendor: 'plain',
  provides: 'plain',
  clientIdentifier: 'ids',
  version: 'plain',
  id: 'ids',
  createdAt: 'dates',
  lastSeenAt: 'dates',
  screenResolution: 'plain',
  screenDensity: 'plain',
  connections: { uri: 'addresses' } satisfies Shape<Device['connections'][number]>,
  syncLists: { itemsCompleteCount: 'plain', totalSize: 'plain', version: 'plain' } satisfies Shape<
    Device['syncLists'][number]
  >,
};

const deviceList: Shape<DeviceList> = { publicAddress: 'addresses', size: 'plain', devices: device };

/** A filter holds labels, which a person has named. */
const sharingSettings: Shape<SharingSettings> = {
  allowSync: 'plain',
  allowCameraUpload: 'plain',
  allowChannels: 'plain',
  allowTuners: 'plain',
  allowSubtitleAdmin: 'plain',
  filterMovies: 'people',
  filterTelevision: 'people',
  filterMusic: 'people',
  filterPhotos: 'people',
  filterAll: 'people',
};

const library: Shape<SharedLibrary> = { id: 'ids', key: 'plain', title: 'people', type: 'plain' };

const sharedServer: Shape<SharedServer> = {
  id: 'ids',
  name: 'people',
  machineIdentifier: 'ids',
  accepted: 'plain',
  acceptedAt: 'dates',
  deletedAt: 'dates',
  leftAt: 'dates',
  lastSeenAt: 'dates',
  numLibraries: 'plain',
  allLibraries: 'plain',
  owned: 'plain',
  ownerId: 'people',
  serverId: 'ids',
  invitedId: 'people',
  invitedEmail: 'people',
  sharingSettings,
  libraries: library,
};

const friend: Shape<Friend> = {
  status: 'plain',
  id: 'people',
  uuid: 'people',
  title: 'people',
  username: 'people',
  email: 'people',
  friendlyName: 'people',
  thumb: 'people',
  home: 'plain',
  restricted: 'plain',
  restrictionProfile: 'plain',
  createdAt: 'dates',
  sharingSettings,
  sharedServers: sharedServer,
};

const connection: Shape<ResourceConnection> = {
  protocol: 'plain',
  address: 'addresses',
  port: 'addresses',
  uri: 'addresses',
  local: 'plain',
  relay: 'plain',
  IPv6: 'plain',
};

const resource: Shape<Resource> = {
  name: 'people',
  product: 'plain',
  productVersion: 'plain',
  platform: 'plain',
  platformVersion: 'plain',
  device: 'plain',
  clientIdentifier: 'ids',
  createdAt: 'dates',
  lastSeenAt: 'dates',
  provides: 'plain',
  owned: 'plain',
  home: 'plain',
  ownerId: 'people',
  sourceTitle: 'people',
  publicAddress: 'addresses',
  presence: 'plain',
  relay: 'plain',
  httpsRequired: 'plain',
  publicAddressMatches: 'plain',
  dnsRebindingProtection: 'plain',
  natLoopbackSupported: 'plain',
  synced: 'plain',
  connections: connection,
};

const privacy: Shape<PrivacySettings> = {
  optOutPlayback: 'plain',
  optOutLibraryStats: 'plain',
  domain: 'addresses',
  baseUrl: 'addresses',
  metrics: { event: 'plain', status: 'plain' } satisfies Shape<PrivacySettings['metrics'][number]>,
};

const watchStateSync: Shape<WatchStateSync> = { consent: 'plain' };
const optOut: Shape<OptOut> = { key: 'plain', value: 'plain' };
const webhook: Shape<Webhook> = { url: 'plain', host: 'addresses', isEncrypted: 'plain' };

const shapes: Record<SourceName, object> = {
  home,
  devices: deviceList,
  resources: resource,
  friends: friend,
  invitations: friend,
  privacy,
  watchStateSync,
  optOuts: optOut,
  webhooks: webhook,
};

/** What plex.tv told beside the account, by the name of each request. Values of unknown keys are left out and counted. */
export function redactSources(sources: AccountSources, redaction: Redaction): { [key: string]: Shareable } {
  const entries = sourceNames.flatMap((name): [string, Shareable][] => {
    const source = sources[name];
    if (source.state !== 'ready') return [];
    for (let count = source.unknownFields.length; count > 0; count -= 1) hide('unknown', redaction);
    return [[sourcePath(name, '').replace(/\/$/, ''), redactPart(source.data, shapes[name], redaction)]];
  });
  return Object.fromEntries(entries);
}

function redactPart(value: unknown, shape: Kind | object, redaction: Redaction): Shareable {
  if (Array.isArray(value)) return value.map((item) => redactPart(item, shape, redaction));
  if (typeof shape === 'string') return redactValue(value, shape as Kind, redaction);
  if (typeof value !== 'object' || value === null) return null;
  const entries = Object.entries(value).map(([key, inside]): [string, Shareable] => {
    const kind = Object.hasOwn(shape, key) ? (shape as Record<string, Kind | object>)[key] : undefined;
    return [key, kind === undefined ? hide('unknown', redaction) : redactPart(inside, kind, redaction)];
  });
  return Object.fromEntries(entries);
}

function redactValue(value: unknown, kind: Kind, redaction: Redaction): Shareable {
  const { shown, sensitiveDataIn } = redaction;
  if (value instanceof Secret) return hide('secret', redaction);
  if (value === null || value === undefined || value === '' || typeof value === 'boolean') return value ?? null;
  if (kind !== 'plain' && !shown.has(kind)) return hide(kind, redaction);
  const text = value instanceof Date ? value.toISOString() : value;
  if (typeof text !== 'string' && typeof text !== 'number') return hide('unknown', redaction);
  const found = sensitiveDataIn(String(text)).find((item) => item === 'secret' || !(item === kind || shown.has(item)));
  // A date is one whatever it looks like, and a person who is put in may have an e-mail address.
  const isExempt = found !== 'secret' && (kind === 'dates' || (kind === 'people' && found === 'email'));
  return found && !isExempt ? hide(found, redaction) : text;
}
