import { avatarAddress, baseAccount, type SampleAccount } from './base-account.ts';
import { isoDaysFrom, unixDaysFrom } from './days.ts';
import { passFeatures } from './features.ts';
import { inventedHash } from './invented-secret.ts';
import { earlyPassServices } from './services.ts';

/**
 * A lifetime Plex Pass with two-factor sign-in. The account is the admin of a Plex Home and has a Home PIN. It has the
 * format recorded in 2022: the subscription has seven keys, and services leave out missing credentials.
 */
export function lifetimePassAccount(now: Date): SampleAccount {
  return {
    ...baseAccount(now),
    id: 20114873,
    uuid: 'c7a8216f04be59d3',
    thumb: avatarAddress('c7a8216f04be59d3'),
    username: 'tomas.ferreira',
    title: 'tomas.ferreira',
    friendlyName: 'Tomás Ferreira',
    email: 'tomas@example.com',
    country: 'PT',
    joinedAt: unixDaysFrom(now, -4711.9),
    protected: true,
    pin: inventedHash('tomas pin'),
    scrobbleTypes: '10',
    anonymous: null,
    subscription: {
      active: true,
      subscribedAt: isoDaysFrom(now, -1877.3),
      status: 'Active',
      paymentService: 'braintree',
      plan: 'lifetime',
      features: passFeatures,
    },
    subscriptionDescription: 'Lifetime Plex Pass',
    subscriptions: [
      { id: null, mode: 'lifetime', renewsAt: null, endsAt: null, type: 'plexpass', transfer: null, state: 'active' },
    ],
    entitlements: ['ios', 'all', 'roku', 'android', 'xbox_one', 'xbox_360', 'windows', 'windows_phone'],
    roles: ['plexpass'],
    home: true,
    homeSize: 3,
    homeAdmin: true,
    profile: {
      autoSelectAudio: true,
      defaultAudioAccessibility: 0,
      defaultAudioLanguage: 'pt',
      defaultAudioLanguages: ['pt', 'en'],
      defaultSubtitleLanguage: 'pt',
      defaultSubtitleLanguages: null,
      autoSelectSubtitle: 2,
      defaultSubtitleAccessibility: 3,
      defaultSubtitleForced: 1,
      watchedIndicator: 2,
      mediaReviewsVisibility: 1,
      mediaReviewsLanguages: 'pt,en',
    },
    services: earlyPassServices('tomas'),
    adsConsent: true,
    adsConsentSetAt: unixDaysFrom(now, -301.5),
    adsConsentReminderAt: unixDaysFrom(now, 63.5),
    experimentalFeatures: true,
    twoFactorEnabled: true,
    backupCodesCreated: true,
  };
}
