import type { Account } from '../../plex/account/account.ts';
import { hasPassed } from '../../plex/account/calendar-day.ts';
import type { Fact } from '../../ui/facts.tsx';
import { formatDate } from '../facts/format-date.ts';
import { paymentProvider } from './payment-provider.ts';
import { planName } from './plan.ts';
import { type SubscriptionItem, subscriptionState } from './subscription-state.ts';

/** The facts of a running subscription that its answer leaves out, and where to change or cancel it. */
export function subscriptionHighlights(account: Account, now: Date): Fact[] {
  const { main } = subscriptionState(account, now);
  const provider = paymentProvider(account, now);
  const isLifetime = main?.plan?.known === 'lifetime';
  const renewal = main && !isLifetime ? renewalFact(main, account, now) : undefined;
  return [
    ...(main?.plan && !isLifetime
      ? [{ label: 'Plan', path: 'subscription.plan', value: { text: planName(main.plan) } }]
      : []),
    ...(provider?.name
      ? [
          {
            label: 'Payment',
            path: 'subscription.paymentService',
            value: { text: provider.name, note: 'plex.tv sends no amount' },
          },
        ]
      : []),
    ...(renewal ? [renewal] : []),
    ...(provider ? [{ label: 'Change or cancel', value: { text: provider.link.text, href: provider.link.href } }] : []),
  ];
}

function renewalFact({ progress, renewsAt, path }: SubscriptionItem, account: Account, now: Date): Fact | undefined {
  if (progress === 'cancelled') {
    const record = account.subscriptions?.find((_, index) => path === `subscriptions[${index}]`);
    return {
      label: 'Renews',
      value: { text: 'No', note: record?.canReactivate ? 'You can reactivate it' : undefined },
    };
  }
  return renewsAt && !hasPassed(renewsAt, now) ? { label: 'Renews', value: { text: formatDate(renewsAt) } } : undefined;
}
