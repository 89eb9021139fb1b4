import type { Account } from '../../plex/account.ts';
import { currentPlan } from './plans.ts';

export type PaymentProvider = {
  /** In a word or two; undefined when plex.tv did not say. */
  payee: string | undefined;
  sentence: string;
  link: { href: string; text: string };
};

const plexSubscription = { href: 'https://app.plex.tv/desktop/#!/settings/account', text: 'Your account at plex.tv' };
const plexHelp = {
  href: 'https://support.plex.tv/articles/201580107-plex-pass-subscription-management/',
  text: 'How Plex subscriptions are managed',
};

/**
 * Stores by what their name would hold. Only "braintree" has ever been seen in `paymentService`; a Plex Pass bought in
 * the store of a phone or television is managed there.
 */
const stores: [mark: RegExp, name: string, href: string][] = [
  [/apple|itunes|ios/i, 'Apple', 'https://apps.apple.com/account/subscriptions'],
  [/google|play|android/i, 'Google Play', 'https://play.google.com/store/account/subscriptions'],
  [/amazon/i, 'Amazon', 'https://www.amazon.com/yourmembershipsandsubscriptions'],
  [/roku/i, 'Roku', 'https://my.roku.com/subscriptions'],
];

/** Where to change or cancel, by who takes the money. Undefined when nothing is paid, or no more. */
export function paymentProvider(account: Account): PaymentProvider | undefined {
  const { subscription } = account;
  if (!subscription?.active || currentPlan(account) === 'lifetime') return undefined;
  const service = subscription.paymentService ?? '';
  if (/^braintree$/i.test(service)) {
    return { payee: 'Plex, by card', sentence: 'You pay Plex itself, by card.', link: plexSubscription };
  }
  const store = stores.find(([mark]) => mark.test(service));
  if (store) {
    const [, name, href] = store;
    return {
      payee: name,
      sentence: `plex.tv names “${service}”, so it was probably bought at ${name} and is managed there, not by Plex.`,
      link: { href, text: `Your subscriptions at ${name}` },
    };
  }
  if (service === '') {
    return {
      payee: undefined,
      sentence: 'plex.tv did not say who takes the money. Your account there shows it.',
      link: plexSubscription,
    };
  }
  return {
    payee: `“${service}”`,
    sentence: `plex.tv names “${service}”, which this page does not know. Plex lists the stores that sell its subscriptions, and where each is managed.`,
    link: plexHelp,
  };
}
