import type { Account, Subscription } from '../plex/account.ts';
import type { BadgeContent } from '../ui/badge.tsx';
import type { Fact } from '../ui/facts.tsx';
import { factsAbout, whenOdd } from './facts-about.ts';
import { formatDate, formatRelative } from './format-date.ts';
import { type RecordView, recordViews } from './subscription-record.ts';
import { asDate, asItems, asText, either, oneOf } from './values.ts';

const statuses = {
  Active: 'Active',
  Inactive: 'Inactive',
  Canceled: 'Cancelled',
  PendingCancellation: 'Cancelled, still running',
  Ended: 'Ended',
  Lapsed: 'Lapsed',
};
const plans = { lifetime: 'Lifetime', monthly: 'Monthly', yearly: 'Yearly' };
const paymentServices = { braintree: 'Card, by Plex (braintree)' };
const apps = {
  all: 'All apps',
  roku: 'Roku',
  android: 'Android',
  xbox_one: 'Xbox One',
  xbox_360: 'Xbox 360',
  windows: 'Windows',
  windows_phone: 'Windows Phone',
  ios: 'iOS',
  ios_beta: 'iOS beta',
  deprecated_itunes_iap_activation: 'iTunes activation (deprecated)',
};
const roles = { plexpass: 'Plex Pass member' };

type SubscriptionView = {
  answer: string;
  badge: BadgeContent | undefined;
  facts: Fact[];
  /** Undefined when plex.tv sent no list. */
  current: RecordView[] | undefined;
  unlocked: Fact[];
};

/** Whether there is a Plex Pass, until when, and what it is paid with. */
export function subscriptionView(account: Account, now: Date): SubscriptionView {
  const { oddities } = account;
  const fact = factsAbout(account, '', oddities);
  const state = factsAbout(account.subscription, 'subscription', oddities);
  return {
    answer: answer(account, now),
    badge: badge(account.subscription),
    facts: [
      ...whenOdd(oddities, 'subscription', 'Subscription'),
      state('active', 'Plex Pass', either('Active', 'Not active')),
      state('status', 'Status', oneOf(statuses)),
      state('plan', 'Plan', oneOf(plans)),
      fact('subscriptionDescription', 'Description', asText),
      state('subscribedAt', 'Subscribed', asDate(now)),
      state('paymentService', 'Payment', oneOf(paymentServices)),
    ],
    current: recordViews('subscriptions', account, now),
    unlocked: [
      fact('entitlements', 'Entitlements: paid apps unlocked', asItems('None', apps)),
      fact('roles', 'Roles', asItems('None', roles)),
      state('features', `Features switched on for this account${count(account.subscription)}`, asItems('None')),
    ],
  };
}

function count(subscription: Subscription | null | undefined): string {
  return subscription?.features ? ` (${subscription.features.length})` : '';
}

function badge(subscription: Subscription | null | undefined): BadgeContent | undefined {
  if (subscription?.active === true) return { tone: 'good', text: 'Active' };
  return subscription?.active === false ? { tone: 'quiet', text: 'No Plex Pass' } : undefined;
}

function answer({ subscription, subscriptions, pastSubscriptions }: Account, now: Date): string {
  if (!subscription || typeof subscription.active !== 'boolean')
    return 'plex.tv did not say whether you have a Plex Pass.';
  if (!subscription.active) return pastAnswer(pastSubscriptions?.map(({ endsAt }) => endsAt));
  const since = subscription.subscribedAt ? ` since ${formatDate(subscription.subscribedAt)}` : '';
  const canceled = subscriptions?.find((record) => record.canceled === true);
  if (canceled?.endsAt) {
    return `Cancelled. It works until ${formatDate(canceled.endsAt)}, ${formatRelative(canceled.endsAt, now)}.`;
  }
  if (subscription.plan === 'lifetime') return `Lifetime Plex Pass${since}. It never renews.`;
  const plan = subscription.plan && Object.hasOwn(plans, subscription.plan) ? subscription.plan : '';
  return `${capitalised(`${plan} Plex Pass`.trim())}${since}.`;
}

function pastAnswer(ends: (Date | null | undefined)[] | undefined): string {
  const last = ends?.flatMap((end) => end ?? []).sort((a, b) => b.getTime() - a.getTime())[0];
  return last ? `No Plex Pass. You had one until ${formatDate(last)}.` : 'No Plex Pass.';
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
