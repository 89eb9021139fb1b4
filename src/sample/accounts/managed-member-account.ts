import { avatarAddress, baseAccount, type SampleAccount } from './base-account.ts';
import { unixDaysFrom } from './days.ts';
import { earlyServices } from './services.ts';

/**
 * A managed user in a Plex Home: no username, e-mail address or password. As recorded, it has entitlements although its
 * own subscription is inactive.
 */
export function managedMemberAccount(now: Date): SampleAccount {
  return {
    ...baseAccount(now),
    id: 88401263,
    uuid: '3f6d92c80b17ea45',
    thumb: avatarAddress('3f6d92c80b17ea45'),
    username: '',
    title: 'Leo',
    friendlyName: 'Leo',
    email: '',
    confirmed: false,
    hasPassword: false,
    country: 'PT',
    joinedAt: unixDaysFrom(now, -730.1),
    mailingListStatus: null,
    providers: [],
    anonymous: null,
    restricted: true,
    restrictionProfile: 'older_kid',
    customRestrictions: { all: null, movies: null, music: null, photos: null, television: null },
    home: true,
    homeSize: 3,
    rememberExpiresAt: null,
    entitlements: ['all', 'roku', 'android', 'xbox_one', 'xbox_360', 'windows', 'windows_phone', 'ios'],
    settings: [
      {
        id: 'experience',
        type: 'json',
        value: JSON.stringify({ autoHomeHubsEnabled: true, schemaVersion: 5, sidebarSettings: { pinnedSources: [] } }),
        hidden: true,
        updatedAt: unixDaysFrom(now, -41.2),
      },
    ],
    services: earlyServices('leo'),
  };
}
