import type { Account, SubscriptionRecord } from '../../plex/account.ts';
import type { Fact } from '../../ui/facts.tsx';
import { asReceived, asReceivedOrNone } from '../facts/as-received.ts';
import { factBuilder } from '../facts/fact-builder.ts';
import { asDate, asText, asYesNo, oneOfComparable } from '../facts/fact-values.ts';
import { formatDate } from '../facts/format-date.ts';
import { type RecordView, unexpectedList, unexpectedRecord, unknownFacts } from '../facts/record-view.ts';
import { planNames } from './plan.ts';
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
    fact('endsAt', 'Ends', asDate(now), 'No end given'),
    fact('canceled', 'Cancelled', asYesNo),
    fact('gracePeriod', 'In grace period', asYesNo),
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

/** "Plex Pass, lifetime" or "Plex Pass until 26 April 2019" */
function title({ type, mode, endsAt }: SubscriptionRecord): string {
  const name = type ? productOfType(type).name : 'Subscription';
  const until = endsAt ? ` until ${formatDate(endsAt)}` : '';
  return `${name}${mode ? `, ${mode}` : ''}${until}`;
}
