import { unixDaysFrom } from './days.ts';
import { freeFeatures } from './features.ts';

/** An account as plex.tv writes it. `authToken` is missing: each sign-in makes its own. */
export type SampleAccount = Record<string, unknown>;

/**
 * What an account is that never set or bought anything, in the form recorded in 2024. `now` is the moment of sign-in;
 * the person (id, uuid, names, services) is for the caller to add. Recorded replies carry an avatar in `thumb`; here it
 * is missing, as it may be, because the sample must work without any network.
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
