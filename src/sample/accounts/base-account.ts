import { unixDaysFrom } from './days.ts';
import { freeFeatures } from './features.ts';

/** An account as plex.tv sends it, without `authToken`: each sign-in adds its own. */
export type SampleAccount = Record<string, unknown>;

/**
 * A new account in the format recorded in 2024. The caller adds the person: id, uuid, avatar, names and services.
 *
 * @param now the time of sign-in.
 */
export function baseAccount(now: Date): SampleAccount {
  return {
    friendlyName: '',
    locale: null,
    confirmed: true,
    emailOnlyAuth: false,
    hasPassword: true,
    protected: false,
    mailingListStatus: 'unsubscribed',
    mailingListActive: false,
    scrobbleTypes: '',
    subscription: {
      active: false,
      subscribedAt: null,
      status: 'Inactive',
      paymentService: null,
      plan: null,
      features: freeFeatures,
    },
    subscriptionDescription: null,
    restricted: false,
    anonymous: false,
    home: false,
    guest: false,
    homeSize: 1,
    homeAdmin: false,
    maxHomeSize: 15,
    rememberExpiresAt: unixDaysFrom(now, 14),
    profile: {
      autoSelectAudio: true,
      defaultAudioLanguage: null,
      defaultSubtitleLanguage: null,
      autoSelectSubtitle: 1,
      defaultSubtitleAccessibility: 0,
      defaultSubtitleForced: 0,
    },
    entitlements: [],
    subscriptions: [],
    pastSubscriptions: [],
    trials: [],
    adsConsent: null,
    adsConsentSetAt: null,
    adsConsentReminderAt: null,
    experimentalFeatures: false,
    twoFactorEnabled: false,
    backupCodesCreated: false,
    attributionPartner: null,
  };
}

/** The address of an avatar, as in recorded replies. The page fetches no picture in the sample. */
export function avatarAddress(uuid: string): string {
  return `https://plex.tv/users/${uuid}/avatar?c=1630875354`;
}
