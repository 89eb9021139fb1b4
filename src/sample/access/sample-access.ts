import { hostileName, imageWithScript, rightToLeft } from '../accounts/hostile-text.ts';
import { inventedSecret } from '../accounts/invented-secret.ts';
import { refusals } from '../refusals.ts';
import { homeAddress, type SampleAccess, type Viewer } from './access.ts';
import { device, fewDevices, manyDevices, ownDevice, serverDevice, thousandsOfDevices } from './devices.ts';
import { home, member, self } from './home.ts';
import { optOuts, privacy } from './privacy.ts';
import { friend, serverResource, share, sharingSettings } from './sharing.ts';

const films = ['Films', 'movie'] as const;
const series = ['Series', 'show'] as const;
const music = ['Music', 'artist'] as const;

/** An account that is alone in its Home and shares nothing. */
function quietAccess(viewer: Viewer): SampleAccess {
  const { account } = viewer;
  const { active } = account.subscription as { active?: boolean };
  return {
    home: home(`Home of ${account.title}`, [self(account, { admin: true })], { subscription: active === true }),
    devices: fewDevices(viewer, 3),
    friends: [],
    invitations: [],
    resources: [],
    privacy: privacy(false, false),
    watchStateSync: { consent: false },
    optOuts: optOuts([]),
    webhooks: active ? [] : refusals.noPlexPass,
  };
}

/** The two servers of the Home, which plex.tv lists among the devices and among the resources. */
const attic = { version: '1.43.0.10492', platform: 'Linux', device: 'Docker Container', first: 2300, last: 0 };
const cabin = {
  version: '1.41.3.9314',
  platform: 'Linux',
  device: 'Synology',
  address: '203.0.113.9',
  first: 1600,
  last: 47.5,
};

/** A Home of four, 43 devices of which 31 are long unused, friends with restricted libraries, and servers. */
function busyAccess(viewer: Viewer): SampleAccess {
  const { now, account } = viewer;
  const servers = [serverDevice('Attic', 810_000_901, now, attic), serverDevice('Cabin', 810_000_902, now, cabin)];
  return {
    home: home(
      'Home of Jonas Lindqvist',
      [
        member(38_110_452, '7be20c94a1f6d385', 'Jonas Lindqvist', {
          username: 'jonas.l',
          email: 'jonas@example.com',
          friendlyName: 'Jonas Lindqvist',
          hasPassword: true,
          admin: true,
          protected: true,
        }),
        self(account),
        member(77_204_118, '29d4f7b05ce81a63', 'Elsa', { restricted: true, restrictionProfile: 'older_kid' }),
        member(77_204_119, 'e0835ab7164cd29f', 'Guest', { guest: true, restricted: true }),
      ],
      { guestUserID: 77_204_119, guestUserUUID: 'e0835ab7164cd29f', guestEnabled: true, subscription: true },
    ),
    devices: [...manyDevices(viewer), ...servers],
    friends: [
      friend(
        { id: 55_018_233, uuid: 'a4c19e2d70b85f36', username: 'priya.r', name: 'Priya Raman' },
        {
          sharingSettings: sharingSettings({ allowSync: true }),
          sharedServers: [
            share('priya.r', now, {
              server: 'Attic',
              libraries: [],
              isWhole: true,
              numLibraries: 5,
              accepted: 1420,
              lastSeen: 1.4,
              isOwn: true,
              settings: { allowSync: true },
            }),
          ],
        },
      ),
      friend(
        { id: 49_120_774, uuid: '58b3d10f9e7c2a46', username: 'oskarb', name: 'Oskar Blom' },
        {
          sharingSettings: sharingSettings({ filterMovies: 'contentRating=G,PG', filterTelevision: 'label=Kids' }),
          sharedServers: [
            share('oskarb', now, {
              server: 'Attic',
              libraries: [films, series],
              accepted: 803,
              isOwn: true,
              settings: { filterMovies: 'contentRating=G,PG', filterTelevision: 'label=Kids' },
            }),
          ],
        },
      ),
      friend(
        { id: 61_993_020, uuid: 'c07f4482b9d16ea5', username: 'ines', name: 'Ines Cordeiro' },
        {
          sharedServers: [
            share('ines', now, { server: 'Attic', libraries: [films], accepted: 310, lastSeen: 20, isOwn: true }),
            share('ines', now, { server: 'Cabin', libraries: [music], isOwn: true }),
          ],
        },
      ),
      friend(
        { id: 51_733_018, uuid: '913ec6a05d27f8b4', username: 'henrik.dahl', name: 'Henrik Dahl' },
        {
          sharingSettings: null,
          sharedServers: [
            share('henrik.dahl', now, {
              server: 'Fjord',
              libraries: [films, series, music, ['Home videos', 'movie']],
              accepted: 640,
              lastSeen: 3,
              isOwn: false,
              settings: { allowSync: true },
            }),
          ],
        },
      ),
    ],
    invitations: [
      friend(
        { id: 70_440_961, uuid: '36a8d5f2c90b17e4', username: 'theo', name: 'Theo Brandt' },
        {
          status: 'pending_received',
          sharingSettings: sharingSettings(),
          sharedServers: [share('theo', now, { server: 'Harbour', libraries: [films, series], isOwn: false })],
        },
      ),
    ],
    resources: [
      serverResource('Attic', now, { ...attic, address: homeAddress, isOnline: true }),
      serverResource('Cabin', now, {
        ...cabin,
        isOnline: false,
        settings: { httpsRequired: false, relay: false },
      }),
      serverResource('Fjord', now, {
        version: '1.42.2.10156',
        platform: 'Windows',
        device: 'PC',
        address: '192.0.2.77',
        first: 2900,
        last: 0.2,
        isOnline: true,
        owner: 'henrik.dahl',
      }),
    ],
    privacy: privacy(true, false),
    watchStateSync: { consent: true },
    optOuts: optOuts(['vod', 'news', 'podcasts', 'music']),
    webhooks: [
      { url: `https://hooks.example.com/plex/${inventedSecret('mara webhook')}` },
      { url: 'http://192.168.1.20:8181/webhook' },
    ],
  };
}

const tomas = {
  id: 20_114_873,
  uuid: 'c7a8216f04be59d3',
  details: {
    username: 'tomas.ferreira',
    email: 'tomas@example.com',
    friendlyName: 'Tomás Ferreira',
    hasPassword: true,
    admin: true,
    protected: true,
  },
};

function ferreiraHome(): object {
  return home(
    'Home of Tomás Ferreira',
    [
      member(tomas.id, tomas.uuid, 'Tomás Ferreira', tomas.details),
      member(88_401_263, '3f6d92c80b17ea45', 'Leo', { restricted: true, restrictionProfile: 'older_kid' }),
      member(88_401_264, '6c0a7bd3f2915e84', 'Beatriz', {
        username: 'beatriz',
        email: 'beatriz@example.com',
        protected: true,
      }),
    ],
    { subscription: true },
  );
}

function homeAdminAccess(viewer: Viewer): SampleAccess {
  const { now } = viewer;
  const version = { version: '1.43.0.10492', platform: 'Linux', device: 'QNAP', first: 2000, last: 0 };
  return {
    ...quietAccess(viewer),
    home: ferreiraHome(),
    devices: [...fewDevices(viewer, 6), serverDevice('Estúdio', 840_000_901, now, version)],
    resources: [serverResource('Estúdio', now, { ...version, address: homeAddress, isOnline: true })],
    watchStateSync: { consent: true },
  };
}

/** A managed user sees its Home and its own devices. It is not known what else plex.tv shows; the sample refuses it. */
function managedAccess(viewer: Viewer): SampleAccess {
  const version = { version: '1.43.0.10492', platform: 'Linux', device: 'QNAP', first: 2000, last: 0 };
  const settings = { home: true };
  return {
    ...quietAccess(viewer),
    home: ferreiraHome(),
    resources: [
      serverResource('Estúdio', viewer.now, {
        ...version,
        address: homeAddress,
        isOnline: true,
        owner: 'tomas.ferreira',
        settings,
      }),
    ],
    optOuts: optOuts(['vod', 'epg', 'music', 'news', 'podcasts'], 'opt_out_managed'),
    webhooks: refusals.notForManagedUsers,
  };
}

/** The format of 2026: friends without `sharingSettings`. */
function newestFormatAccess(viewer: Viewer): SampleAccess {
  const { now } = viewer;
  const shared = share('lena.k', now, {
    server: 'Keller',
    libraries: [films],
    accepted: 90,
    lastSeen: 5,
    isOwn: false,
  });
  const { sharingSettings: _, ...lena } = friend(
    { id: 81_220_417, uuid: '02d7f5e91b3ca846', username: 'lena.k' },
    { sharedServers: [shared] },
  ) as Record<string, unknown>;
  return { ...quietAccess(viewer), friends: [lena], webhooks: [{ url: 'https://hooks.example.com/plex' }] };
}

/** Every fault at once: wrong types, hostile texts, impossible times, unknown keys. */
function oddAccess(viewer: Viewer): SampleAccess {
  const { now, account } = viewer;
  const row = {
    name: hostileName(300),
    product: imageWithScript,
    version: '',
    platform: rightToLeft,
    first: 1,
    last: 2,
  };
  const odd = device(row, 850_000_001, now);
  const wrongTimes = {
    ...device({ ...row, name: '' }, 850_000_002, now),
    createdAt: 'soon',
    lastSeenAt: now.getTime(),
  };
  const unknown = {
    favouriteColour: 'teal',
    apiKey: inventedSecret('odd device key'),
    publicAddress: 'javascript:alert(1)',
  };
  return {
    home: {
      ...home(hostileName(300), [null, 7, 'x', {}, self(account, { title: imageWithScript, id: 'x', admin: 'yes' })]),
      subscription: 'perhaps',
      secretPlan: inventedSecret('odd home secretPlan'),
    },
    devices: [ownDevice(viewer), odd, wrongTimes, { ...odd, ...unknown, id: 850_000_003, screenDensity: '"&<>\u0007' }],
    friends: [
      { title: hostileName(500), sharedServers: { first: 'an object where a list belongs' }, sharingSettings: 'none' },
      friend(
        { id: 1, uuid: 'x', username: rightToLeft },
        { sharedServers: [null, { name: imageWithScript, libraries: [7] }] },
      ),
      null,
    ],
    invitations: [[], 'nobody'],
    resources: [{ name: hostileName(300), connections: 'none', lastSeenAt: '2026-02-30', provides: ['server'] }, 7],
    privacy: { optOutPlayback: 'maybe', metrics: { event: 'x' }, domain: 'javascript:alert(1)' },
    watchStateSync: { consent: 'yes' },
    optOuts: [
      { key: imageWithScript, value: 'opt_sideways' },
      { key: '', value: '' },
    ],
    webhooks: [
      { url: 'javascript:alert(document.domain)' },
      { url: 7 },
      null,
      { url: 'https://user:pass@hooks.example.com/' },
    ],
  };
}

/** A Home of fifteen, and 10,000 devices. */
function largeAccess(viewer: Viewer): SampleAccess {
  const { account, now } = viewer;
  const others = Array.from({ length: 14 }, (_, index) => {
    const profile = ['little_kid', 'older_kid', 'teen', null][index % 4];
    const uuid = inventedSecret(`member ${index}`, 16, '0123456789abcdef');
    return member(95_000_000 + index, uuid, `Member ${index + 2}`, {
      restricted: profile !== null,
      restrictionProfile: profile,
      protected: index % 2 === 0,
    });
  });
  const friends = Array.from({ length: 200 }, (_, index) => {
    const username = `friend.${index + 1}`;
    const shared = share(username, now, {
      server: 'Attic',
      libraries: [films, series],
      accepted: index + 1,
      isOwn: true,
    });
    const uuid = inventedSecret(username, 16, '0123456789abcdef');
    return friend({ id: 96_000_000 + index, uuid, username }, { sharedServers: [shared] });
  });
  return {
    ...busyAccess(viewer),
    home: home('A full Home', [self(account, { admin: true }), ...others], { subscription: true }),
    devices: thousandsOfDevices(viewer),
    friends,
  };
}

/** plex.tv lists nothing at all. */
function emptyAccess(viewer: Viewer): SampleAccess {
  return {
    ...quietAccess(viewer),
    home: home('', []),
    devices: [],
    optOuts: [],
    privacy: {},
    watchStateSync: {},
    webhooks: [],
  };
}

const accesses: Readonly<Record<string, (viewer: Viewer) => SampleAccess>> = {
  'mara@example.com': busyAccess,
  'tomas@example.com': homeAdminAccess,
  managed: managedAccess,
  'yusuf@example.com': newestFormatAccess,
  'odd@example.com': oddAccess,
  'many-devices@example.com': largeAccess,
  'no-devices@example.com': emptyAccess,
};

/** The people and devices with access to the account of a login. */
export function sampleAccess(login: string, hasBusyAccount: boolean, viewer: Viewer): SampleAccess {
  return (accesses[login] ?? (hasBusyAccount ? busyAccess : quietAccess))(viewer);
}
