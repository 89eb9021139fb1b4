import { avatarAddress, baseAccount, type SampleAccount } from './base-account.ts';
import { isoDaysFrom, unixDaysFrom } from './days.ts';
import { freeFeatures } from './features.ts';
import { services } from './services.ts';
import { subscriptionRecord } from './subscription-record.ts';

/**
 * An account with a past Plex Pass that signs in by e-mail address only. As recorded in 2024, `subscribedAt` still has
 * a date although no subscription is active.
 */
export function formerPassAccount(now: Date): SampleAccount {
  return {
    ...baseAccount(now),
    id: 52907716,
    uuid: '0d95b3f7e1a2648c',
    thumb: avatarAddress('0d95b3f7e1a2648c'),
    username: 'ida.larsen',
    title: 'ida.larsen',
    email: 'ida@example.com',
    emailOnlyAuth: true,
    confirmed: false,
    country: 'DK',
    joinedAt: unixDaysFrom(now, -2790.6),
    mailingListStatus: 'removed',
    subscription: {
      active: false,
      subscribedAt: isoDaysFrom(now, -2741.2),
      status: 'Inactive',
      paymentService: null,
      plan: null,
      features: freeFeatures,
    },
    pastSubscriptions: [subscriptionRecord({ endsAt: unixDaysFrom(now, -2700.8) })],
    services: services('ida'),
  };
}
