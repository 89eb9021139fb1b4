import type { Account, SubscriptionRecord } from '../../plex/account/account.ts';
import type { Fact } from '../../ui/facts.tsx';
import type { Rows } from '../../ui/use-paged.tsx';
import { asReceived, asReceivedOrNone } from '../facts/as-received.ts';
import { factBuilder } from '../facts/fact-builder.ts';
import { asDate, asText, asYesNo, oneOfAnySpelling } from '../facts/fact-values.ts';
import { formatDate } from '../facts/format-date.ts';
import { type RecordView, unexpectedList, unexpectedRecord, unknownFacts, viewsOf } from '../facts/record-view.ts';
import { planNames } from './plan.ts';
import { subscriptionName } from './subscription-name.ts';
import { itemOf, type SubscriptionItem, subscriptionItem } from './subscription-state.ts';

const types = { plexpass: 'Plex Pass', remotewatchpass: 'Remote Watch Pass' };
const states = {
  active: 'Active',
  ended: 'Ended',
  lapsed: 'Lapsed',
  canceled: 'Cancelled',
  cancelled: 'Cancelled',
  pendingcancellation: 'Cancelled, still running',
};
const modes = { ...planNames, recurring: 'Recurring' };

/** The records of `subscriptions` or `pastSubscriptions`; undefined if plex.tv did not send the list. */
export function recordViews(
  path: 'subscriptions' | 'pastSubscriptions',
  account: Account,
  now: Date,
): Rows<RecordView> | undefined {
  const records = account[path];
  return (
    unexpectedList(path, account) ??
    (records ? viewsOf(records, (record, index) => recordView(record, `${path}[${index}]`, account, now)) : undefined)
  );
}

export function recordView(record: SubscriptionRecord, path: string, account: Account, now: Date): RecordView {
  const unexpected = unexpectedRecord(path, account);
  if (unexpected) return unexpected;
  const item = subscriptionItem(account, path, now) ?? itemOf(record, path, account);
  return {
    title: title(record, item),
    until: record.endsAt ? `until ${formatDate(record.endsAt)}` : undefined,
    state:
      stateWords[
        item.progress === 'ended' ? itemOf({ ...record, state: null }, path, account).progress : item.progress
      ],
    facts: recordFacts(record, path, account, now, item),
  };
}

function recordFacts(
  record: SubscriptionRecord,
  path: string,
  account: Account,
  now: Date,
  item: SubscriptionItem,
): Fact[] {
  const isLifetime = item.plan?.known === 'lifetime';
  const isToRenew = !isLifetime && item.progress !== 'ended' && item.progress !== 'cancelled';
  const fact = factBuilder(record, path, account.unexpectedValues);
  const billing = factBuilder(record.billing, `${path}.billing`, account.unexpectedValues);
  return [
    fact('type', 'Type', oneOfAnySpelling(types)),
    fact('state', 'State', oneOfAnySpelling(states)),
    fact('mode', 'Mode', oneOfAnySpelling(modes)),
    fact('renewsAt', 'Renews', asDate(now), isToRenew ? 'No date given' : 'Never'),
    fact('endsAt', 'Ends', asDate(now), isLifetime ? 'No end date' : 'No date given'),
    fact('canceled', 'Cancelled', asYesNo),
    fact('gracePeriod', 'Payment failed', asYesNo),
    fact('onHold', 'On hold', asYesNo),
    fact('canReactivate', 'Can be reactivated', asYesNo),
    fact('canUpgrade', 'Can be upgraded', asYesNo),
    fact('canDowngrade', 'Can be downgraded', asYesNo),
    fact('canConvert', 'Can be converted', asYesNo),
    fact('transfer', 'Transfer', asReceived),
    fact('id', 'Record id', asReceived),
    ...(record.billing
      ? [
          billing('paymentMethodId', 'Payment method', asReceived),
          billing('internalPaymentMethod', 'Internal payment method', asReceivedOrNone),
        ]
      : [fact('billing', 'Billing', () => asText(''))]),
    ...unknownFacts(path, account),
  ];
}

/** "Monthly Plex Pass"; other types and plans as plex.tv wrote them. A record may lack its type and its plan. */
function title({ type, mode }: SubscriptionRecord, item: SubscriptionItem): string {
  if (type || item.product.source === 'unreadable') return subscriptionName(item);
  return mode ? `Subscription, ${mode}` : 'Subscription';
}

const stateWords: Partial<Record<SubscriptionItem['progress'], string>> = {
  'on-hold': 'on hold',
  'payment-failed': 'payment failed',
  cancelled: 'cancelled',
};
