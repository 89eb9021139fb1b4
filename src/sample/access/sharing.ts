import { avatarAddress } from '../accounts/base-account.ts';
import { isoDaysFrom } from '../accounts/days.ts';
import { inventedSecret } from '../accounts/invented-secret.ts';
import { serverIdentifier } from './access.ts';

const noFilters = { filterMovies: '', filterMusic: '', filterPhotos: null, filterTelevision: '', filterAll: null };

/** What a friend may do, in the format recorded in 2023. */
export function sharingSettings(settings: object = {}): object {
  return {
    allowChannels: false,
    allowSubtitleAdmin: false,
    ...noFilters,
    allowSync: false,
    allowCameraUpload: false,
    allowTuners: 0,
    ...settings,
  };
}

type Share = {
  server: string;
  libraries: readonly (readonly [title: string, type: string])[];
  isWhole?: boolean;
  numLibraries?: number;
  /** Days ago; undefined: not yet accepted. */
  accepted?: number;
  /** Days ago; undefined: never. */
  lastSeen?: number;
  isOwn: boolean;
  settings?: object;
};

/** A shared server, with the invite token that plex.tv sends along. It is a credential of the friend. */
export function share(friend: string, now: Date, details: Share): object {
  const {
    server,
    libraries,
    isWhole = false,
    numLibraries = libraries.length,
    accepted,
    lastSeen,
    isOwn,
    settings,
  } = details;
  return {
    id: server.length * 1_000_003 + friend.length,
    name: server,
    invitedId: 60_000_000 + friend.length,
    invitedEmail: null,
    serverId: server.length * 7_919,
    accepted: accepted !== undefined,
    acceptedAt: accepted === undefined ? null : isoDaysFrom(now, -accepted),
    deletedAt: null,
    leftAt: null,
    machineIdentifier: serverIdentifier(server),
    lastSeenAt: lastSeen === undefined ? null : isoDaysFrom(now, -lastSeen),
    inviteToken: inventedSecret(`invite ${friend} ${server}`),
    sharingSettings: sharingSettings(settings),
    libraries: libraries.map(([title, type], index) => ({ id: 900_100 + index, key: index + 1, title, type })),
    ownerId: isOwn ? 41_822_907 : 51_733_018,
    owned: isOwn,
    numLibraries,
    allLibraries: isWhole,
  };
}

type Person = { id: number; uuid: string; username: string; name?: string; email?: string };

/** A friend in the format recorded in 2023. */
export function friend({ id, uuid, username, name, email }: Person, details: object): object {
  return {
    status: 'accepted',
    sharingSettings: sharingSettings(),
    sharedServers: [],
    sharedSources: [],
    id,
    uuid,
    title: username,
    username,
    restricted: false,
    email: email ?? `${username}@example.org`,
    friendlyName: name ?? null,
    thumb: avatarAddress(uuid),
    home: false,
    restrictionProfile: null,
    ...details,
  };
}

type ResourceDetails = {
  version: string;
  platform: string;
  device: string;
  address: string;
  /** Days ago. */
  first: number;
  last: number;
  isOnline: boolean;
  /** The name of the owner, if it is another person. */
  owner?: string;
  settings?: object;
};

/** A media server in the format recorded in 2022, with the token that plex.tv sends along. */
export function serverResource(name: string, now: Date, details: ResourceDetails): object {
  const { version, platform, device, address, first, last, isOnline, owner, settings } = details;
  const identifier = serverIdentifier(name);
  const direct = (host: string) => `https://${host.replaceAll('.', '-')}.${identifier.slice(0, 32)}.plex.direct:32400`;
  const connection = (host: string, isLocal: boolean) => ({
    protocol: 'https',
    address: host,
    port: 32_400,
    uri: direct(host),
    local: isLocal,
    relay: false,
    IPv6: false,
  });
  return {
    name,
    product: 'Plex Media Server',
    productVersion: version,
    platform,
    platformVersion: '6.8.12',
    device,
    clientIdentifier: identifier,
    createdAt: isoDaysFrom(now, -first),
    lastSeenAt: isoDaysFrom(now, -last),
    provides: 'server',
    ownerId: owner === undefined ? null : 51_733_018,
    sourceTitle: owner ?? null,
    publicAddress: address,
    accessToken: inventedSecret(`resource ${name}`),
    owned: owner === undefined,
    home: false,
    synced: false,
    relay: true,
    presence: isOnline,
    httpsRequired: true,
    publicAddressMatches: address === '198.51.100.24',
    dnsRebindingProtection: false,
    natLoopbackSupported: false,
    connections: [connection('192.168.1.20', true), connection(address, false)],
    ...settings,
  };
}
