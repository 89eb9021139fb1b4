import type { Account } from '../../plex/account/account.ts';
import type { Fact } from '../../ui/facts.tsx';
import type { Rows } from '../../ui/use-paged.tsx';
import { factBuilder, unexpectedFact } from '../facts/fact-builder.ts';
import { asDate, asItems, asText, either, oneOfAnySpelling } from '../facts/fact-values.ts';
import type { RecordView } from '../facts/record-view.ts';
import { paymentProvider } from './payment-provider.ts';
import { planNames } from './plan.ts';
import { subscriptionAnswer } from './subscription-answer.ts';
import { subscriptionHighlights } from './subscription-highlights.ts';
import { recordViews } from './subscription-record.ts';
import { type SubscriptionEvent, subscriptionEvents } from './timeline/subscription-events.ts';

const statuses = {
  active: 'Active',
  inactive: 'Inactive',
  canceled: 'Cancelled',
  cancelled: 'Cancelled',
  pendingcancellation: 'Cancelled, still running',
  ended: 'Ended',
  lapsed: 'Lapsed',
};
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
  remarks: string[];
  events: SubscriptionEvent[];
  highlights: Fact[];
  /** The payment provider, as far as it is known. */
  paymentRemark: string | undefined;
  facts: Fact[];
  /** Undefined if plex.tv sent no list. */
  current: Rows<RecordView> | undefined;
  unlocked: Fact[];
  /** The number of features, or the received value if it is no list. */
  features: Fact;
};

export function subscriptionView(account: Account, now: Date): SubscriptionView {
  const { unexpectedValues } = account;
  const fact = factBuilder(account, '', unexpectedValues);
  const state = factBuilder(account.subscription, 'subscription', unexpectedValues);
  const { answer, remarks } = subscriptionAnswer(account, now);
  return {
    answer,
    remarks,
    events: subscriptionEvents(account, now),
    highlights: subscriptionHighlights(account, now),
    paymentRemark: paymentProvider(account, now)?.sentence || undefined,
    facts: [
      ...unexpectedFact(unexpectedValues, 'subscription', 'Subscription'),
      state('active', 'Plex Pass', either('Active', 'Not active')),
      state('status', 'Status', oneOfAnySpelling(statuses)),
      state('plan', 'Plan', oneOfAnySpelling(planNames)),
      fact('subscriptionDescription', 'Description', asText),
      state('subscribedAt', 'Subscribed', asDate(now)),
      state('paymentService', 'Payment', oneOfAnySpelling(paymentServices)),
    ],
    current: recordViews('subscriptions', account, now),
    unlocked: [fact('entitlements', 'Apps', asItems('None', apps)), fact('roles', 'Roles', asItems('None', roles))],
    features: state('features', 'Features', (features) => ({ text: String(features.length) })),
  };
}
