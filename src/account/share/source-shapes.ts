import type { Device, DeviceList } from '../../plex/access/devices.ts';
import type { Friend, SharedLibrary, SharedServer, SharingSettings } from '../../plex/access/friends.ts';
import type { Home, HomeUser } from '../../plex/access/home-users.ts';
import type { OptOut } from '../../plex/access/opt-outs.ts';
import type { PrivacySettings } from '../../plex/access/privacy-settings.ts';
import type { Resource, ResourceConnection } from '../../plex/access/resources.ts';
import type { SourceName } from '../../plex/access/sources.ts';
import type { WatchStateSync } from '../../plex/access/watch-state-sync.ts';
import type { Webhook } from '../../plex/access/webhooks.ts';
import type { ShareChoice } from './sensitive-data-finder.ts';

/** What a value identifies. `plain` values identify nobody. */
export type Kind = 'plain' | ShareChoice;

/** The kind of each key of a record, or the shape of the records inside. A new key of the data needs an entry. */
type Shape<Data> = { readonly [Key in keyof Data]-?: Kind | object };

const person = {
  id: 'people',
  uuid: 'people',
  title: 'people',
  username: 'people',
  email: 'people',
  friendlyName: 'people',
  thumb: 'people',
} as const;

const homeUser: Shape<HomeUser> = {
  ...person,
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

/** A filter contains labels, which are texts of a person. */
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
  ...person,
  status: 'plain',
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

/** The data of each source. */
export const sourceShapes: Record<SourceName, object> = {
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
