export const sharingSettings = {
  allowSync: true,
  allowCameraUpload: false,
  allowChannels: false,
  allowTuners: 2,
  allowSubtitleAdmin: true,
  filterMovies: 'contentRating=PG',
  filterTelevision: 'label=Kids',
  filterMusic: 'label=Quiet',
  filterPhotos: 'label=Family',
  filterAll: 'label=All',
};

export const sharedServer = {
  id: 1,
  name: 'Attic',
  machineIdentifier: '0123456789abcdef0123456789abcdef01234567',
  accepted: true,
  acceptedAt: '2020-01-01T02:03:04Z',
  deletedAt: '2021-01-01T02:03:04Z',
  leftAt: '2022-01-01T02:03:04Z',
  lastSeenAt: '2023-01-01T00:13:21Z',
  numLibraries: 4,
  allLibraries: true,
  owned: true,
  ownerId: 4,
  serverId: 3,
  invitedId: 2,
  invitedEmail: 'guest@example.com',
  sharingSettings,
  libraries: [{ id: 100, key: 1, title: 'Films', type: 'movie' }],
};

export const friend = {
  status: 'accepted',
  id: 5,
  uuid: '1111222233334444',
  title: 'Priya Raman',
  username: 'priya.r',
  email: 'priya@example.com',
  friendlyName: 'Priya',
  thumb: 'https://plex.tv/users/1111222233334444/avatar?c=1',
  home: true,
  restricted: false,
  restrictionProfile: 'teen',
  createdAt: '2019-05-06T07:08:09Z',
  sharingSettings,
  sharedServers: [sharedServer],
  sharedSources: [],
};

export const resource = {
  name: 'Attic',
  product: 'Plex Media Server',
  productVersion: '1.43.0.1',
  platform: 'Linux',
  platformVersion: '6.1',
  device: 'Docker Container',
  clientIdentifier: '0123456789abcdef0123456789abcdef01234567',
  createdAt: '2021-01-01T12:12:24Z',
  lastSeenAt: '2022-01-01T13:43:34Z',
  provides: 'server',
  owned: true,
  home: false,
  ownerId: 12,
  sourceTitle: 'Henrik Dahl',
  publicAddress: '198.51.100.24',
  presence: true,
  relay: true,
  httpsRequired: false,
  publicAddressMatches: false,
  dnsRebindingProtection: false,
  natLoopbackSupported: true,
  synced: false,
  connections: [
    {
      protocol: 'https',
      address: '198.51.100.24',
      port: 32_400,
      uri: 'https://198-51-100-24.0123456789abcdef.plex.direct:32400',
      local: true,
      relay: false,
      IPv6: false,
    },
  ],
};

export const homeUser = {
  id: 2_737_029,
  uuid: 'aaaaaaaaaaaaaaaa',
  title: 'Ada',
  username: 'ada',
  email: 'ada@example.com',
  friendlyName: 'Ada L.',
  thumb: 'https://plex.tv/users/aaaaaaaaaaaaaaaa/avatar?c=1',
  hasPassword: true,
  restricted: false,
  restrictionProfile: 'little_kid',
  admin: true,
  guest: false,
  protected: true,
  updatedAt: 1_700_000_000,
};

/** For each JSON reply about access, one with every key of its schema, each with a valid value. */
export const accessReplies = {
  home: {
    id: 1001,
    name: 'Home of Ada',
    guestUserID: 33_542_083,
    guestUserUUID: 'f7a3c8f863873771',
    guestEnabled: false,
    subscription: true,
    users: [homeUser],
  },
  friends: [friend],
  invitations: [{ ...friend, status: 'pending_received' }],
  resources: [resource],
  privacy: {
    optOutPlayback: true,
    optOutLibraryStats: false,
    domain: 'analytics.plex.tv',
    baseUrl: 'https://analytics.plex.tv',
    metrics: [{ event: 'client:start', status: 'identifiable' }],
  },
  watchStateSync: { consent: true },
  webhooks: [{ url: 'https://hooks.example.com/key-4711?to=me' }],
};

/** `devices.xml` and the opt-outs, with every attribute of their schemas. */
export const devicesXml = `<?xml version="1.0" encoding="UTF-8"?>
<MediaContainer publicAddress="198.51.100.24" size="1">
  <Device name="Mara&#8217;s iPhone" publicAddress="198.51.100.24" product="Plex for iOS" productVersion="2026.14"
    platform="iOS" platformVersion="19.1" device="iPhone" model="17,2" vendor="Apple" provides="client,player"
    clientIdentifier="c-1" version="2026.14" id="123456" createdAt="1628211599" lastSeenAt="1628211600"
    screenResolution="1170x2532" screenDensity="3">
    <SyncList itemsCompleteCount="0" totalSize="7" version="2"/>
    <Connection uri="http://192.168.1.1:32500"/>
  </Device>
</MediaContainer>`;

export const optOutsXml = `<?xml version="1.0" encoding="UTF-8"?>
<optOuts><optOut key="tv.plex.provider.vod" value="opt_out"/><optOut key="tv.plex.provider.epg" value="opt_in"/></optOuts>`;
