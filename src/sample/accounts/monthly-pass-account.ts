import { avatarAddress, baseAccount, type SampleAccount } from './base-account.ts';
import { isoDaysFrom, unixDaysFrom } from './days.ts';
import { passFeatures } from './features.ts';
import { inventedSecret } from './invented-secret.ts';
import { services } from './services.ts';
import { subscriptionRecord } from './subscription-record.ts';

/**
 * A cancelled monthly Plex Pass with 12 more days. No recorded reply has a trial, so the trial here has the format of
 * the other records.
 */
export function monthlyPassAccount(now: Date): SampleAccount {
  return {
    ...baseAccount(now),
    id: 41822907,
    uuid: '5e1c07a9d2b84f36',
    thumb: avatarAddress('5e1c07a9d2b84f36'),
    username: 'mara.lindqvist',
    title: 'mara.lindqvist',
    friendlyName: 'Mara Lindqvist',
    email: 'mara@example.com',
    country: 'SE',
    joinedAt: unixDaysFrom(now, -3204.4),
    mailingListStatus: 'active',
    mailingListActive: true,
    scrobbleTypes: '10',
    queueEmail: `queue+${inventedSecret('mara queueEmail')}@save.example.com`,
    queueUid: inventedSecret('mara queueUid', 16, '0123456789abcdef'),
    subscription: {
      active: true,
      subscribedAt: isoDaysFrom(now, -139.4),
      status: 'Active',
      paymentService: 'braintree',
      plan: 'monthly',
      features: passFeatures,
    },
    subscriptionDescription: 'Monthly Plex Pass',
    subscriptions: [
      subscriptionRecord({
        mode: 'monthly',
        endsAt: unixDaysFrom(now, 12),
        canceled: true,
        canReactivate: true,
        canUpgrade: true,
        state: 'active',
      }),
    ],
    pastSubscriptions: [
      subscriptionRecord({ mode: 'monthly', endsAt: unixDaysFrom(now, -512.7), canceled: true }),
      subscriptionRecord({ mode: 'yearly', endsAt: unixDaysFrom(now, -1604.1), gracePeriod: true }),
    ],
    trials: [subscriptionRecord({ mode: 'monthly', endsAt: unixDaysFrom(now, -2001.5), canConvert: true })],
    entitlements: ['all', 'roku', 'android', 'xbox_one', 'xbox_360', 'windows', 'windows_phone', 'ios'],
    roles: ['plexpass'],
    home: true,
    homeSize: 4,
    profile: {
      autoSelectAudio: true,
      defaultAudioLanguage: 'sv',
      defaultSubtitleLanguage: 'en',
      autoSelectSubtitle: 1,
      defaultSubtitleAccessibility: 1,
      defaultSubtitleForced: 1,
      watchedIndicator: 1,
      mediaReviewsVisibility: 0,
    },
    services: services('mara'),
    adsConsent: false,
    adsConsentSetAt: unixDaysFrom(now, -220.2),
    adsConsentReminderAt: unixDaysFrom(now, 145.2),
  };
}
