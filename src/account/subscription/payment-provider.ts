import type { Account } from '../../plex/account.ts';
import { accountSettingsUrl, subscriptionHelpUrl } from '../../plex/plex-pages.ts';
import { currentPlan } from './plans.ts';

export type PaymentProvider = {
  /** Undefined if plex.tv did not say. */
  name: string | undefined;
  sentence: string;
  link: { href: string; text: string };
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
export function paymentProvider(account: Account): PaymentProvider | undefined {
  const { subscription } = account;
  if (!subscription?.active || currentPlan(account) === 'lifetime') return undefined;
  const service = subscription.paymentService ?? '';
  if (/^braintree$/i.test(service)) {
    return { name: 'Card, by Plex', sentence: 'You pay Plex itself, by card.', link: plexAccountLink };
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
  return {
    name: `“${service}”`,
    sentence: `plex.tv names “${service}”, which this page does not know. Plex lists the stores that sell its subscriptions, and where each is managed.`,
    link: plexHelpLink,
  };
}
