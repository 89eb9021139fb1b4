import type { Device } from '../plex/access/devices.ts';
import type { Friend, SharedServer, SharingSettings } from '../plex/access/friends.ts';
import type { Home, HomeUser } from '../plex/access/home-users.ts';
import type { Resource } from '../plex/access/resources.ts';
import { friend, homeUser, resource, sharedServer, sharingSettings } from './access-replies.ts';

/** A record with every key of an example, each null except the given ones. */
function filled<Data extends object>(example: object, details: Partial<Data>): Data {
  return { ...Object.fromEntries(Object.keys(example).map((key) => [key, null])), ...details } as Data;
}

export function homeUserWith(details: Partial<HomeUser>): HomeUser {
  return filled(homeUser, details);
}

export function homeWith(users: HomeUser[], details: Partial<Home> = {}): Home {
  const nothing = { id: null, name: null, guestUserID: null, guestUserUUID: null, guestEnabled: null };
  return { ...nothing, subscription: null, users, ...details };
}

export function friendWith(details: Partial<Friend>): Friend {
  return filled(friend, { status: 'accepted', ...details });
}

export function sharedServerWith(details: Partial<SharedServer>): SharedServer {
  return filled(sharedServer, details);
}

export function settingsWith(details: Partial<SharingSettings>): SharingSettings {
  return filled(sharingSettings, details);
}

export function resourceWith(details: Partial<Resource>): Resource {
  return filled(resource, { provides: ['server'], product: 'Plex Media Server', owned: true, ...details });
}

const deviceKeys = {
  name: '',
  publicAddress: '',
  product: '',
  productVersion: '',
  platform: '',
  platformVersion: '',
  device: '',
  model: '',
  vendor: '',
  provides: '',
  clientIdentifier: '',
  version: '',
  id: '',
  createdAt: '',
  lastSeenAt: '',
  screenResolution: '',
  screenDensity: '',
};

export function deviceWith(details: Partial<Device>): Device {
  return filled(deviceKeys, { connections: [], syncLists: [], ...details });
}
