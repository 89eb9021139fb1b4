import type { Account, SubscriptionRecord } from '../../plex/account.ts';
import type { Fact } from '../../ui/facts.tsx';
import { asReceived } from '../facts/as-received.ts';
import { factBuilder, unexpectedFact } from '../facts/fact-builder.ts';
import { asDate, asText, asYesNo, oneOf } from '../facts/fact-values.ts';
import { formatDate } from '../facts/format-date.ts';
import { planNames } from './plans.ts';

const types = { plexpass: 'Plex Pass' };
const states = { active: 'Active', ended: 'Ended' };

export const asReceivedLabel = 'As plex.tv wrote it';

/** `facts` is a getter: a reply may hold thousands of records, and few are drawn. */
export type RecordView = { title: string; readonly facts: Fact[] };

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

/** A value that plex.tv sent instead of a list of records. */
export function unexpectedList(path: string, account: Account): RecordView[] | undefined {
  const facts = unexpectedFact(account.unexpectedValues, path, asReceivedLabel);
  return facts.length > 0 ? [{ title: 'Not a list', facts }] : undefined;
}

export function recordView(record: SubscriptionRecord, path: string, account: Account, now: Date): RecordView {
  const unexpected = unexpectedFact(account.unexpectedValues, path, asReceivedLabel);
  if (unexpected.length > 0) return { title: 'Not a record', facts: unexpected };
  return {
    title: title(record),
    get facts() {
      return recordFacts(record, path, account, now);
    },
  };
}

function recordFacts(record: SubscriptionRecord, path: string, account: Account, now: Date): Fact[] {
  const fact = factBuilder(record, path, account.unexpectedValues);
  const billing = factBuilder(record.billing, `${path}.billing`, account.unexpectedValues);
  const unknown = account.unknownFields.filter((field) => field.path.startsWith(`${path}.`));
  return [
    fact('type', 'Type', oneOf(types)),
    fact('state', 'State', oneOf(states)),
    fact('mode', 'Mode', oneOf(planNames)),
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
          billing('internalPaymentMethod', 'Internal payment method', asPaymentMethod),
        ]
      : [fact('billing', 'Billing', () => asText(''))]),
    ...unknown.map(({ path: fieldPath, value }) => ({
      label: fieldPath.slice(path.length + 1),
      value: { ...asReceived(value), mark: 'unknown to this page', isPersonal: true },
    })),
  ];
}

function asPaymentMethod(method: Parameters<typeof asReceived>[0]) {
  const isEmpty = JSON.stringify(method) === '{}';
  return isEmpty ? { text: 'None', isEmpty } : asReceived(method);
}

/** "Plex Pass, lifetime" or "Plex Pass until 26 April 2019" */
function title({ type, mode, endsAt }: SubscriptionRecord): string {
  const name = type ? oneOf(types)(type).text : 'Subscription';
  const until = endsAt ? ` until ${formatDate(endsAt)}` : '';
  return `${name}${mode ? `, ${mode}` : ''}${until}`;
}
