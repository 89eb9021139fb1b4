import type { Account, SubscriptionRecord } from '../../plex/account/account.ts';
import type { Fact } from '../../ui/facts.tsx';
import { asReceived, asReceivedOrNone } from '../facts/as-received.ts';
import { factBuilder } from '../facts/fact-builder.ts';
import { asDate, asText, asYesNo, oneOfComparable } from '../facts/fact-values.ts';
import { formatDate } from '../facts/format-date.ts';
import { type RecordView, unexpectedList, unexpectedRecord, unknownFacts } from '../facts/record-view.ts';
import { planNames, readPlan } from './plan.ts';
import { subscriptionName } from './subscription-name.ts';
import { productOfType } from './subscription-product.ts';

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
): RecordView[] | undefined {
  return (
    unexpectedList(path, account) ??
    account[path]?.map((record, index) => recordView(record, `${path}[${index}]`, account, now))
  );
}

export function recordView(record: SubscriptionRecord, path: string, account: Account, now: Date): RecordView {
  return (
    unexpectedRecord(path, account) ?? {
      title: title(record),
      until: record.endsAt ? `until ${formatDate(record.endsAt)}` : undefined,
      state: stateWord(record),
      get facts() {
        return recordFacts(record, path, account, now);
      },
    }
  );
}

function recordFacts(record: SubscriptionRecord, path: string, account: Account, now: Date): Fact[] {
  const fact = factBuilder(record, path, account.unexpectedValues);
  const billing = factBuilder(record.billing, `${path}.billing`, account.unexpectedValues);
  return [
    fact('type', 'Type', oneOfComparable(types)),
    fact('state', 'State', oneOfComparable(states)),
    fact('mode', 'Mode', oneOfComparable(modes)),
    fact('renewsAt', 'Renews', asDate(now), 'Never'),
    fact('endsAt', 'Ends', asDate(now), 'No end date'),
    fact('canceled', 'Cancelled', asYesNo),
    fact('gracePeriod', 'Payment failed', asYesNo),
    fact('onHold', 'On hold', asYesNo),
    fact('canReactivate', 'Can be taken up again', asYesNo),
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

/** "Monthly Plex Pass"; other types and plans as plex.tv wrote them. */
function title({ type, mode }: SubscriptionRecord): string {
  if (type) return subscriptionName({ product: productOfType(type), plan: readPlan(mode) });
  return mode ? `Subscription, ${mode}` : 'Subscription';
}

function stateWord({ canceled, gracePeriod, onHold }: SubscriptionRecord): string | undefined {
  if (onHold) return 'on hold';
  if (gracePeriod) return 'payment failed';
  return canceled ? 'cancelled' : undefined;
}
