import { baseAccount, type SampleAccount } from './base-account.ts';
import { hostileName, imageWithScript, rightToLeft } from './hostile-text.ts';
import { inventedHash, inventedJwt, inventedSecret } from './invented-secret.ts';
import { oddProfile } from './odd-profile.ts';
import { oddServices } from './odd-services.ts';
import { oddSubscription, oddSubscriptions, oddTrials } from './odd-subscription.ts';

// Keys that are in no specification. Most were seen in replies, and some contain secrets.
function undocumentedKeys(now: Date): SampleAccount {
  return {
    favouriteColour: 'teal',
    legacyApiToken: inventedSecret('odd legacyApiToken'),
    holidayPostcard: inventedJwt('odd holidayPostcard'),
    doorbell: inventedSecret('odd doorbell', 64),
    luckyNumbers: { monday: 7, tuesday: [1, 2, { sessionSecret: inventedSecret('odd sessionSecret', 32) }] },
    [imageWithScript]: 'a key that is markup',
    // The brackets make it an own property, as JSON.parse does. A careless copy changes a prototype.
    ['__proto__']: { isAdmin: true },
    pin: inventedHash('odd pin'),
    queueEmail: `queue+${inventedSecret('odd queueEmail')}@save.example.com`,
    queueUid: inventedSecret('odd queueUid', 16, '0123456789abcdef'),
    restriced: true,
    restrictionProfile: 'ancient_kid',
    customRestrictions: [],
    certificateVersion: '3',
    cloudSyncDevice: `cloud\u0007sync`,
    providers: [{ id: 1 }, null, 'tv.plex.provider.vod'],
    settings: [
      {
        id: 'experience',
        type: 'json',
        value: '{"schemaVersion":5,"reminders":[]}',
        hidden: true,
        updatedAt: now.getTime(),
      },
      { id: 'broken', type: 'json', value: '{"schemaVersion":', hidden: 'no' },
      { id: 'deep', type: 'json', value: JSON.stringify(JSON.stringify({ authToken: inventedSecret('odd deep') })) },
      null,
    ],
  };
}

/**
 * Every fault that was seen in a reply, in one account: wrong types, unknown values and keys, hostile text, impossible
 * times. Only `authToken` and `email` are correct, because sign-in needs them.
 */
export function oddAccount(now: Date): SampleAccount {
  return {
    ...baseAccount(now),
    ...undocumentedKeys(now),
    id: '90210031',
    uuid: 9021003100,
    username: rightToLeft,
    title: hostileName(10_000),
    friendlyName: hostileName(10_000),
    email: 'odd@example.com',
    thumb: 'javascript:alert(document.domain)',
    country: 'Atlantis',
    locale: 'xx_NOT-a-locale',
    joinedAt: 0,
    rememberExpiresAt: 253402300800,
    adsConsent: 'true',
    adsConsentSetAt: now.getTime(),
    adsConsentReminderAt: -1,
    confirmed: 'yes',
    hasPassword: 'false',
    emailOnlyAuth: 0,
    protected: true,
    twoFactorEnabled: {},
    backupCodesCreated: [],
    mailingListStatus: 'error',
    mailingListActive: 'true',
    scrobbleTypes: '10,99,,x',
    subscription: oddSubscription,
    subscriptionDescription: { text: 'Fortnightly Plex Pass' },
    subscriptions: oddSubscriptions(now),
    pastSubscriptions: { first: 'an object where a list belongs' },
    trials: oddTrials(now),
    services: oddServices,
    entitlements: ['all', 'all', 'toaster', imageWithScript, 7, null],
    roles: 'plexpass',
    profile: oddProfile,
    home: 1,
    homeSize: '3',
    maxHomeSize: null,
    homeAdmin: 'yes',
    guest: null,
    restricted: 'true',
    anonymous: 'no',
    experimentalFeatures: 'on',
    attributionPartner: ['a', 'list'],
  };
}
