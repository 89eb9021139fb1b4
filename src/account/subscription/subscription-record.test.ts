import { expect, test } from 'vitest';
import { accountFrom } from '../../test/account-from.ts';
import { allRows } from '../../test/all-rows.ts';
import { factTexts } from '../../test/fact-text.ts';
import { localNoon, unixNoon } from '../../test/local-noon.ts';
import { recordViews } from './subscription-record.ts';

const now = localNoon('2026-11-23');

function record(sent: unknown) {
  const [only] = allRows(recordViews('subscriptions', accountFrom({ subscriptions: [sent] }), now));
  return { title: only?.title, facts: factTexts(only?.facts ?? []) };
}

const yesNoKeys: [label: string, key: string][] = [
  ['Cancelled', 'canceled'],
  ['Payment failed', 'gracePeriod'],
  ['On hold', 'onHold'],
  ['Can be reactivated', 'canReactivate'],
  ['Can be upgraded', 'canUpgrade'],
  ['Can be downgraded', 'canDowngrade'],
  ['Can be converted', 'canConvert'],
];

test.each(yesNoKeys)('shows %s (%s) as yes or no', (label, key) => {
  expect(record({ [key]: true }).facts).toMatchObject({ [label]: 'Yes' });
  expect(record({ [key]: false }).facts).toMatchObject({ [label]: 'No' });
  expect(record({ [key]: 'yes' }).facts).toMatchObject({ [label]: 'yes [not as expected]' });
});

test.each<[label: string, sent: object, shown: string]>([
  ['Type', { type: 'plexpass' }, 'Plex Pass'],
  ['Type', { type: 'plexpass_for_pets' }, 'plexpass_for_pets [as plex.tv wrote it]'],
  ['State', { state: 'active' }, 'Active'],
  ['State', { state: 'ended' }, 'Ended'],
  ['State', { state: 'limbo' }, 'limbo [as plex.tv wrote it]'],
  ['Mode', { mode: 'lifetime' }, 'Lifetime'],
  ['Mode', { mode: 'monthly' }, 'Monthly'],
  ['Mode', { mode: 'yearly' }, 'Yearly'],
  ['Mode', { mode: null }, 'None'],
  ['Mode', { mode: 12 }, '12 [not as expected]'],
  ['Renews', { renewsAt: unixNoon('2026-12-05') }, '5 December 2026 (in 12 days)'],
  ['Renews', { mode: 'lifetime', renewsAt: null }, 'Never'],
  ['Renews', { mode: 'monthly', state: 'canceled', renewsAt: null }, 'Never'],
  ['Renews', { state: 'ended', renewsAt: null }, 'Never'],
  ['Renews', { renewsAt: null }, 'No date given'],
  ['Renews', { renewsAt: 1e15 }, '1000000000000000 [not as expected]'],
  ['Ends', { endsAt: unixNoon('2026-12-05') }, '5 December 2026 (in 12 days)'],
  ['Ends', { mode: 'lifetime', endsAt: null }, 'No end date'],
  ['Ends', { endsAt: null }, 'No date given'],
  ['Ends', { endsAt: 0 }, '0 [not as expected]'],
  ['Transfer', { transfer: null }, 'None'],
  ['Transfer', { transfer: { from: 20114873 } }, '{"from":20114873}'],
  ['Transfer', { transfer: false }, 'false'],
  ['Record id', { id: null }, 'None'],
  ['Record id', { id: 0 }, '0'],
  ['Record id', { id: '7' }, '7'],
  ['Billing', { billing: null }, 'None'],
  ['Billing', { billing: [] }, '[] [not as expected]'],
  ['Billing', {}, 'plex.tv did not say'],
  ['Payment method', { billing: { paymentMethodId: null } }, 'None'],
  ['Payment method', { billing: { paymentMethodId: 17 } }, '17'],
  ['Payment method', { billing: {} }, 'plex.tv did not say'],
  ['Internal payment method', { billing: { internalPaymentMethod: {} } }, 'None'],
  ['Internal payment method', { billing: { internalPaymentMethod: { kind: 'card' } } }, '{"kind":"card"}'],
  ['discountPercent', { discountPercent: 110 }, '110 [unknown to this page]'],
  ['billing.card', { billing: { card: 'visa' } }, 'visa [unknown to this page]'],
])('shows %s of %j', (label, sent, shown) => {
  expect(record(sent).facts).toMatchObject({ [label]: shown });
});

test('hides a secret in an unknown key', () => {
  expect(record({ renewalToken: 'abc' }).facts).toMatchObject({ renewalToken: 'Hidden [unknown to this page]' });
});

test.each<[sent: unknown, received: string]>([
  [null, 'null'],
  ['plexpass', 'plexpass'],
  [3, '3'],
  [[], '[]'],
])('shows %j as received, since it is no record', (sent, received) => {
  expect(record(sent)).toEqual({
    title: 'Not a record',
    facts: { 'As plex.tv wrote it': `${received} [not as expected]` },
  });
});

test.each<[line: string, sent: object]>([
  ['Lifetime Plex Pass', { type: 'plexpass', mode: 'lifetime', endsAt: null }],
  ['Plex Pass until 26 April 2019', { type: 'plexpass', mode: null, endsAt: unixNoon('2019-04-26') }],
  ['Monthly Plex Pass: cancelled', { type: 'plexpass', mode: 'monthly', canceled: true }],
  ['Yearly Plex Pass: payment failed', { type: 'plexpass', mode: 'yearly', gracePeriod: true, canceled: true }],
  ['Plex Pass: on hold', { type: 'plexpass', onHold: true }],
  ['Plex Pass “fortnightly”', { type: 'plexpass', mode: 'fortnightly' }],
  ['plexpass_for_pets, monthly', { type: 'plexpass_for_pets', mode: 'monthly' }],
  ['plexpass_for_pets', { type: 'plexpass_for_pets' }],
  ['“7”, monthly', { type: 7, mode: 'monthly' }],
  ['Monthly Plex Pass: cancelled', { type: 'Plex-Pass', mode: 'monthly', state: 'Pending Cancellation' }],
  ['Remote Watch Pass, monthly: cancelled', { type: 'remote_watch_pass', mode: 'monthly', state: 'canceled' }],
  ['Monthly Plex Pass: payment failed', { type: 'plexpass', mode: 'monthly', gracePeriod: true, state: 'ended' }],
  ['Subscription', {}],
])('shows a record in one line: %s', (line, sent) => {
  const [only] = allRows(recordViews('subscriptions', accountFrom({ subscriptions: [sent] }), now));
  expect([only?.title, only?.until && ` ${only.until}`, only?.state && `: ${only.state}`].join('')).toBe(line);
});

test('reads a record after an invalid one', () => {
  const account = accountFrom({ pastSubscriptions: [null, { mode: 7 }, { mode: 'monthly' }] });
  const modes = allRows(recordViews('pastSubscriptions', account, now)).map(({ facts }) => factTexts(facts).Mode);
  expect(modes).toEqual([undefined, '7 [not as expected]', 'Monthly']);
});
