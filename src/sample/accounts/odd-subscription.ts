import { unixDaysFrom } from './days.ts';
import { passFeatures } from './features.ts';
import { emoji, imageWithScript, invisible, rightToLeft } from './hostile-text.ts';
import { subscriptionRecord } from './subscription-record.ts';

/** `active` is a text, which would be true as a boolean. The date does not exist, and the values are unknown. */
export const oddSubscription = {
  active: 'false',
  subscribedAt: '2024-02-30T00:00:00Z',
  status: 'Hibernating',
  paymentService: 'carrier_pigeon',
  plan: 'fortnightly',
  features: [
    ...passFeatures,
    'pass',
    'pass',
    imageWithScript,
    rightToLeft,
    invisible,
    emoji,
    '',
    'feature-'.repeat(60),
    42,
    true,
    null,
    { id: 'dvr' },
    ['lyrics'],
  ],
  trialDaysLeft: '-3',
};

/** Subscription records with wrong types, unknown keys and impossible times. */
export function oddSubscriptions(now: Date): unknown[] {
  const fortyYearsAgo = unixDaysFrom(now, -40 * 365.25);
  return [
    subscriptionRecord({ id: 0, mode: 'lifetime', renewsAt: 1e15, endsAt: 253402300800, state: 'active' }),
    subscriptionRecord({ id: '7', mode: 'fortnightly', renewsAt: -1, endsAt: 0, gracePeriod: true, onHold: true }),
    subscriptionRecord({ mode: imageWithScript, endsAt: now.getTime(), canceled: 'yes', canUpgrade: 1, billing: [] }),
    subscriptionRecord({ mode: 12, endsAt: fortyYearsAgo, renewsAt: '2024-02-30T00:00:00Z', state: 'limbo' }),
    subscriptionRecord({ type: 'plexpass_for_pets', transfer: { from: 20114873 }, discountPercent: 110 }),
    { type: 'plexpass' },
    {},
    [],
    null,
    'plexpass',
    3,
  ];
}

/** Other clients disagree about the type of a trial. This list has each of their types, and others. */
export function oddTrials(now: Date): unknown[] {
  return [
    {
      ...subscriptionRecord({ mode: 'monthly', endsAt: unixDaysFrom(now, 3) }),
      trialLengthDays: 30,
      [imageWithScript]: 1,
    },
    'plexpass',
    imageWithScript,
    30,
    false,
    null,
    [],
    ['monthly', { endsAt: -1 }],
    {},
  ];
}
