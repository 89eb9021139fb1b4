import type { Account } from '../../plex/account/account.ts';
import { accountSettingsUrl, subscriptionHelpUrl } from '../../plex/plex-pages.ts';
import { quoteUnreadable } from '../facts/unreadable-values.ts';
import { subscriptionName } from './subscription-name.ts';
import { type SubscriptionItem, subscriptionState } from './subscription-state.ts';

export type PaymentProvider = {
  /** Undefined if plex.tv did not say. */
  name: string | undefined;
  /** More about it; empty if the name says it all. */
  sentence: string;
  link: { href: string; text: string };
  /** Set if it is not about the main subscription. */
  other?: SubscriptionItem;
};

const plexAccountLink = { href: accountSettingsUrl, text: 'Account at plex.tv' };
const plexHelpLink = {
  href: subscriptionHelpUrl,
  text: 'How Plex subscriptions are managed',
};

/**
 * Guesses from the name of the store: recorded replies only hold "braintree" in `paymentService`. A Plex Pass from the
 * store of a phone or television is managed in that store.
 */
const stores: [pattern: RegExp, name: string, href: string][] = [
  [/apple|itunes|ios/i, 'Apple', 'https://apps.apple.com/account/subscriptions'],
  [/google|play|android/i, 'Google Play', 'https://play.google.com/store/account/subscriptions'],
  [/amazon/i, 'Amazon', 'https://www.amazon.com/yourmembershipsandsubscriptions'],
  [/roku/i, 'Roku', 'https://my.roku.com/subscriptions'],
];

/** The company that takes the money, and where to change or cancel. Undefined if there are no payments. */
export function paymentProvider(account: Account, now: Date): PaymentProvider | undefined {
  const { main, others } = subscriptionState(account, now);
  if (main && costsMoney(main)) return providerOf(account);
  // `paymentService` may belong to the main subscription.
  const other = others.find((item) => !item.product.isPass && costsMoney(item));
  return other && notSaid(other);
}

/** A lifetime plan has no further payments, even if it has an end date. */
function costsMoney({ plan, progress }: SubscriptionItem): boolean {
  return plan?.known !== 'lifetime' && progress !== 'ended';
}

function notSaid(other: SubscriptionItem): PaymentProvider {
  return {
    name: undefined,
    sentence: `plex.tv did not say who takes the money for “${subscriptionName(other)}”. Your account there shows it.`,
    link: plexAccountLink,
    other,
  };
}

function providerOf(account: Account): PaymentProvider {
  const service = account.subscription?.paymentService ?? '';
  const unreadable = quoteUnreadable(account, 'subscription.paymentService');
  if (unreadable) return unknownProvider(unreadable);
  if (/^braintree$/i.test(service)) {
    return { name: 'Card, by Plex', sentence: '', link: plexAccountLink };
  }
  const store = stores.find(([pattern]) => pattern.test(service));
  if (store) {
    const [, name, href] = store;
    return {
      name,
      sentence: `plex.tv names “${service}”, so it was probably bought at ${name} and is managed there, not by Plex.`,
      link: { href, text: `Subscriptions at ${name}` },
    };
  }
  if (service === '') {
    return {
      name: undefined,
      sentence: 'plex.tv did not say who takes the money. Your account there shows it.',
      link: plexAccountLink,
    };
  }
  return unknownProvider(`“${service}”`);
}

function unknownProvider(quote: string): PaymentProvider {
  return {
    name: quote,
    sentence: `plex.tv names ${quote}, which this page does not know. Plex lists the stores that sell its subscriptions, and where each is managed.`,
    link: plexHelpLink,
  };
}
