import { expect, test } from 'vitest';
import { accountFrom } from '../../test/account-from.ts';
import { allRows } from '../../test/all-rows.ts';
import { factTexts } from '../../test/fact-text.ts';
import { localNoon, unixNoon } from '../../test/local-noon.ts';
import { subscriptionView } from './subscription.ts';

const now = localNoon('2026-11-23');

function view(reply: object) {
  return subscriptionView(accountFrom(reply), now);
}

test.each<[label: string, key: string, sent: unknown, shown: string]>([
  ['Plex Pass', 'active', true, 'Active'],
  ['Plex Pass', 'active', false, 'Not active'],
  ['Plex Pass', 'active', 'false', 'Not active'],
  ['Plex Pass', 'active', 1, 'Active'],
  ['Plex Pass', 'active', 'yes', 'yes [not as expected]'],
  ['Status', 'status', 'Active', 'Active'],
  ['Status', 'status', 'Inactive', 'Inactive'],
  ['Status', 'status', 'Canceled', 'Cancelled'],
  ['Status', 'status', 'PendingCancellation', 'Cancelled, still running'],
  ['Status', 'status', 'pending_cancellation', 'Cancelled, still running'],
  ['Status', 'status', 'Ended', 'Ended'],
  ['Status', 'status', 'Lapsed', 'Lapsed'],
  ['Status', 'status', 'Hibernating', 'Hibernating [as plex.tv wrote it]'],
  ['Status', 'status', 'constructor', 'constructor [as plex.tv wrote it]'],
  ['Status', 'status', '', 'None'],
  ['Plan', 'plan', 'lifetime', 'Lifetime'],
  ['Plan', 'plan', 'monthly', 'Monthly'],
  ['Plan', 'plan', 'yearly', 'Yearly'],
  ['Plan', 'plan', 'fortnightly', 'fortnightly [as plex.tv wrote it]'],
  ['Plan', 'plan', null, 'None'],
  ['Subscribed', 'subscribedAt', localNoon('2019-04-26').toISOString(), '26 April 2019 (7 years ago)'],
  ['Subscribed', 'subscribedAt', null, 'None'],
  ['Subscribed', 'subscribedAt', '2024-02-30T00:00:00Z', '2024-02-30T00:00:00Z [not as expected]'],
  ['Payment', 'paymentService', 'braintree', 'Card, by Plex (braintree)'],
  ['Payment', 'paymentService', 'carrier_pigeon', 'carrier_pigeon [as plex.tv wrote it]'],
  ['Payment', 'paymentService', '', 'None'],
  ['Payment', 'paymentService', null, 'None'],
])('shows the state: %s of %s %j', (label, key, sent, shown) => {
  expect(factTexts(view({ subscription: { [key]: sent } }).facts)).toMatchObject({ [label]: shown });
});

test.each<[label: string, reply: object, shown: string]>([
  ['Description', { subscriptionDescription: 'Lifetime Plex Pass' }, 'Lifetime Plex Pass'],
  ['Description', { subscriptionDescription: null }, 'None'],
  ['Description', { subscriptionDescription: { text: 'x' } }, '{"text":"x"} [not as expected]'],
  ['Subscription', { subscription: 'plexpass' }, 'plexpass [not as expected]'],
])('shows the state: %s of %j', (label, reply, shown) => {
  expect(factTexts(view(reply).facts)).toMatchObject({ [label]: shown });
});

test.each<[label: string, reply: object, shown: string]>([
  [
    'Apps',
    {
      entitlements: [
        'all',
        'roku',
        'android',
        'xbox_one',
        'xbox_360',
        'windows',
        'windows_phone',
        'ios',
        'ios_beta',
        'deprecated_itunes_iap_activation',
      ],
    },
    'All apps | Roku | Android | Xbox One | Xbox 360 | Windows | Windows Phone | iOS | iOS beta | iTunes activation (deprecated)',
  ],
  ['Apps', { entitlements: [] }, 'None'],
  ['Apps', { entitlements: null }, 'None'],
  ['Apps', { entitlements: ['toaster', 'toString'] }, 'toaster | toString'],
  ['Apps', { entitlements: ['all', 7, null] }, 'All apps [2 not as expected]'],
  ['Roles', { roles: ['plexpass', 'jester'] }, 'Plex Pass member | jester'],
  ['Roles', { roles: 'plexpass,jester' }, 'Plex Pass member | jester'],
  ['Roles', { roles: 7 }, '7 [not as expected]'],
  ['Apps', { entitlements: { entitlement: ['all'] } }, 'All apps'],
])('shows what it unlocks: %s of %j', (label, reply, shown) => {
  expect(factTexts(view(reply).unlocked)).toMatchObject({ [label]: shown });
});

test('says for each missing key that plex.tv did not send it', () => {
  const { facts, unlocked, features, current } = view({});
  expect(Object.values(factTexts([...facts, ...unlocked, features]))).toEqual(Array(9).fill('plex.tv did not say'));
  expect(current).toBeUndefined();
});

test.each<[sent: unknown, shown: string]>([
  [['dvr', 'pass'], '2'],
  [['dvr', 7, null], '1 [2 not as expected]'],
  [[], '0'],
  [null, 'None'],
  ['dvr', '1'],
  [7, '7 [not as expected]'],
])('counts the features %j', (sent, shown) => {
  const { features } = view({ subscription: { features: sent } });
  expect(factTexts([features])).toEqual({ Features: shown });
});

test('shows the current records, and distinguishes “none” from “not sent”', () => {
  expect(view({ subscriptions: [] }).current).toHaveLength(0);
  expect(view({ subscriptions: [{ type: 'plexpass' }, {}] }).current).toHaveLength(2);
});

test('shows what was sent instead of the list of records', () => {
  const [only] = allRows(view({ subscriptions: 'none' }).current);
  expect(factTexts(only?.facts ?? [])).toEqual({ 'As plex.tv wrote it': 'none [not as expected]' });
});

const inTwelveDays = unixNoon('2026-12-05');

test.each<[subscription: object, record: object, highlights: object]>([
  [
    { active: true, plan: 'monthly', paymentService: 'braintree' },
    { renewsAt: inTwelveDays },
    {
      Plan: 'Monthly',
      Payment: 'Card, by Plex (plex.tv sends no amount)',
      Renews: '5 December 2026',
      'Change or cancel': 'Account at plex.tv',
    },
  ],
  [
    { active: true, plan: 'yearly', paymentService: 'itunes' },
    { canceled: true, renewsAt: inTwelveDays, canReactivate: true },
    {
      Plan: 'Yearly',
      Payment: 'Apple (plex.tv sends no amount)',
      Renews: 'No (You can reactivate it)',
      'Change or cancel': 'Subscriptions at Apple',
    },
  ],
  [
    { active: true, plan: 'fortnightly' },
    { canceled: true },
    { Plan: '“fortnightly”', Renews: 'No', 'Change or cancel': 'Account at plex.tv' },
  ],
  [{ active: true, plan: 'lifetime' }, { renewsAt: inTwelveDays }, {}],
  [{ active: false, plan: 'monthly' }, { renewsAt: inTwelveDays }, {}],
  [{ active: 'yes', plan: 'monthly' }, {}, {}],
])('shows what the answer leaves out: %j with %j', (subscription, record, highlights) => {
  const shown = view({ subscription, subscriptions: [{ type: 'plexpass', state: 'active', ...record }] }).highlights;
  expect(factTexts(shown)).toEqual(highlights);
});

test.each<[answer: string, reply: object]>([
  ['plex.tv did not say whether you have a Plex Pass.', {}],
  [
    'Your Plex Pass is cancelled. It works until 5 December 2026, 12 days from now.',
    { subscription: { active: true }, subscriptions: [{ canceled: true, endsAt: unixNoon('2026-12-05') }] },
  ],
  [
    'No Plex Pass. You had one until 1 May 2021.',
    {
      subscription: { active: false },
      pastSubscriptions: [{ endsAt: unixNoon('2020-03-01') }, { endsAt: unixNoon('2021-05-01') }, {}],
    },
  ],
])('answers whether there is a Plex Pass: %s', (answer, reply) => {
  expect(view(reply).answer).toBe(answer);
});
