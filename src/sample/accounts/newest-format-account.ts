import { avatarAddress, baseAccount, type SampleAccount } from './base-account.ts';
import { isoDaysFrom, unixDaysFrom } from './days.ts';
import { passFeatures } from './features.ts';
import { services } from './services.ts';

/** The format of replies of 2026: languages as `en,sv`, and no subscription lists, even on request. */
export function newestFormatAccount(now: Date): SampleAccount {
  const { subscriptions: _current, pastSubscriptions: _past, trials: _trials, ...account } = baseAccount(now);
  return {
    ...account,
    id: 96620541,
    uuid: '81d4c5270fa96be3',
    thumb: avatarAddress('81d4c5270fa96be3'),
    username: 'yusuf.demir',
    title: 'yusuf.demir',
    friendlyName: 'Yusuf',
    email: 'yusuf@example.com',
    country: 'DE',
    joinedAt: unixDaysFrom(now, -188.8),
    mailingListStatus: 'active',
    mailingListActive: true,
    subscription: {
      active: true,
      subscribedAt: isoDaysFrom(now, -187.4),
      status: 'Active',
      paymentService: '',
      plan: 'lifetime',
      features: passFeatures,
    },
    subscriptionDescription: 'Lifetime Plex Pass',
    entitlements: ['all', 'roku', 'android', 'xbox_one', 'xbox_360', 'windows', 'windows_phone', 'ios', 'ios_beta'],
    roles: ['plexpass'],
    profile: {
      autoSelectAudio: true,
      defaultAudioAccessibility: 0,
      defaultAudioLanguage: 'en',
      defaultAudioLanguages: 'en,sv',
      defaultSubtitleLanguage: 'de',
      defaultSubtitleLanguages: 'de,en',
      autoSelectSubtitle: 1,
      defaultSubtitleAccessibility: 0,
      defaultSubtitleForced: 0,
      watchedIndicator: 3,
      mediaReviewsVisibility: 1,
      mediaReviewsLanguages: 'en,de',
      mediaPostsVisibility: true,
    },
    services: services('yusuf').filter(({ identifier }) => identifier !== 'graph-dev'),
  };
}
