import type { Account } from '../../plex/account.ts';
import type { Fact } from '../../ui/facts.tsx';
import { formatDate } from '../facts/format-date.ts';
import { paymentProvider } from './payment-provider.ts';
import { currentPlan, currentRecord, planName } from './plans.ts';

/** The facts of an active Plex Pass that its answer leaves out, and where to change or cancel it. */
export function subscriptionHighlights(account: Account, now: Date): Fact[] {
  if (account.subscription?.active !== true) return [];
  const plan = currentPlan(account);
  const provider = paymentProvider(account);
  const renewal = renewalFact(account, now);
  return [
    ...(plan && plan !== 'lifetime'
      ? [{ label: 'Plan', path: 'subscription.plan', value: { text: planName(plan) ?? plan } }]
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
    ...(renewal && plan !== 'lifetime' ? [renewal] : []),
    ...(provider ? [{ label: 'Change or cancel', value: { text: provider.link.text, href: provider.link.href } }] : []),
  ];
}

function renewalFact(account: Account, now: Date): Fact | undefined {
  const { canceled, canReactivate, renewsAt } = currentRecord(account) ?? {};
  if (canceled)
    return { label: 'Renews', value: { text: 'No', note: canReactivate ? 'You can take it up again' : undefined } };
  return renewsAt && renewsAt > now ? { label: 'Renews', value: { text: formatDate(renewsAt) } } : undefined;
}
