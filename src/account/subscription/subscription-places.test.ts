import { expect, test } from 'vitest';
import { isoDay } from '../../plex/account/calendar-day.ts';
import { accountFrom } from '../../test/account-from.ts';
import { allRows } from '../../test/all-rows.ts';
import { localNoon, unixNoon } from '../../test/local-noon.ts';
import { waitingSources } from '../../test/sources.ts';
import { findablesOf } from '../find/findables.ts';
import { sectionMarks } from '../section-marks.ts';
import { shareAccount } from '../share/share-account.ts';
import { nextSubscriptionDate } from './next-subscription-date.ts';
import { pastSubscriptionsView } from './past/past-subscriptions.ts';
import { trialsView } from './past/trials.ts';
import { subscriptionView } from './subscription.ts';
import { timelineEntries } from './timeline/timeline-entries.ts';

const now = localNoon('2026-11-26');
const next = unixNoon('2026-12-15');
const later = unixNoon('2027-05-03');

/** What each place of the page says about the subscriptions of an account. */
function places(reply: object) {
  const account = accountFrom(reply);
  const { answer, remarks, events, highlights, paymentRemark, current } = subscriptionView(account, now);
  const day = (date: Date | undefined) => (date ? isoDay(date) : '?');
  const event = nextSubscriptionDate(account, now);
  const [sentences, values] = (['sentences', 'markdown'] as const).map((format) =>
    shareAccount(account, waitingSources, format, new Set(['dates']), now)
      .text.trim()
      .split('\n'),
  );
  return {
    answer: [answer, ...remarks],
    highlights: highlights.map(({ label, value }) => `${label}: ${value.text}`),
    timeline: events
      .filter(({ kind }) => kind !== 'today')
      .map(({ title, start, end }) => `${title} ${day(start)} ${day(end)}`),
    entries: timelineEntries(events).map(({ title, when }) => [title, when].filter(Boolean).join(' ')),
    share: sentences?.filter((sentence) => !/past subscription|switched on/.test(sentence)),
    sharedValues: values?.filter((line) => line.endsWith(')')),
    calendar: event && `${event.title} ${day(event.day)}`,
    found: [
      ...findablesOf({
        account,
        sources: waitingSources,
        now,
        sections: [{ id: 'subscription', title: 'Subscription' }],
      }),
    ]
      .filter(({ anchor, text, label }) => label === '' && anchor === text)
      .map(({ text }) => text),
    trials: allRows(trialsView(account, now).trials).map(({ title, state }) =>
      [title, state].filter(Boolean).join(': '),
    ),
    payee: paymentRemark,
    mark: sectionMarks(account, waitingSources, now).subscription?.text,
    past: pastSubscriptionsView(account, now).answer,
    records:
      current && allRows(current).map(({ title, until, state }) => [title, until, state].filter(Boolean).join(' ')),
  };
}

const none = { active: false, status: 'Inactive', plan: null, subscribedAt: null };
const active = { active: true, status: 'Active', plan: null, subscribedAt: '2021-11-26' };
const pass = { type: 'plexpass', state: 'active' };
const remote = { type: 'remotewatchpass', mode: 'monthly', state: 'active' };
const lists = { subscriptions: [], pastSubscriptions: [] };
const endedPass = { type: 'plexpass', state: 'ended', mode: 'monthly', endsAt: unixNoon('2020-03-01') };
const endedRemote = { type: 'remotewatchpass', state: 'ended', mode: 'monthly', endsAt: unixNoon('2026-09-01') };

type Places = Partial<ReturnType<typeof places>>;

test.each<[what: string, reply: object, expected: Places]>([
  [
    'a Remote Watch Pass that runs',
    { ...lists, subscription: none, subscriptions: [{ ...remote, renewsAt: next }] },
    {
      answer: [
        'Remote Watch Pass, monthly. No Plex Pass. You never had one.',
        'It renews on 15 December 2026, 19 days from now.',
      ],
      timeline: ['Remote Watch Pass, monthly ? ?', 'Renews 2026-12-15 2026-12-15'],
      payee: 'plex.tv did not say who takes the money. Your account there shows it.',
      mark: 'Active',
      records: ['Remote Watch Pass, monthly'],
      share: [
        'Remote Watch Pass, monthly, active, renews on 15 December 2026. No Plex Pass.',
        'plex.tv did not say who takes the money.',
      ],
      sharedValues: ['- `subscriptions[0].type`: `remotewatchpass` (Remote Watch Pass)'],
      calendar: 'Remote Watch Pass, monthly renews 2026-12-15',
      found: [
        'Subscription',
        'Remote Watch Pass, monthly. No Plex Pass. You never had one.',
        'It renews on 15 December 2026, 19 days from now.',
        'plex.tv did not say who takes the money. Your account there shows it.',
      ],
    },
  ],
  [
    'a Remote Watch Pass that has ended',
    { ...lists, subscription: none, pastSubscriptions: [endedRemote] },
    {
      answer: ['No Plex Pass. You never had one. You had Remote Watch Pass, monthly until 1 September 2026.'],
      timeline: ['Remote Watch Pass, monthly ? 2026-09-01'],
      payee: undefined,
      mark: 'No Plex Pass',
      past: 'Your only past subscription, Remote Watch Pass, monthly, ended on 1 September 2026.',
      entries: ['Remote Watch Pass, monthly until 1 Sept 2026', 'No subscription for 3 months', 'Today'],
      share: ['No Plex Pass. Remote Watch Pass, monthly, ended on 1 September 2026.'],
      sharedValues: ['- `pastSubscriptions[0].type`: `remotewatchpass` (Remote Watch Pass)'],
      calendar: undefined,
    },
  ],
  [
    'a Remote Watch Pass that has ended, and an older Plex Pass',
    {
      subscription: { ...none, subscribedAt: '2018-01-01' },
      subscriptions: [],
      pastSubscriptions: [endedPass, endedRemote],
    },
    {
      answer: [
        'No Plex Pass. You had one until 1 March 2020. You had Remote Watch Pass, monthly until 1 September 2026.',
      ],
      timeline: ['Monthly Plex Pass 2018-01-01 2020-03-01', 'Remote Watch Pass, monthly ? 2026-09-01'],
      share: ['No Plex Pass. There was one until 1 March 2020. Remote Watch Pass, monthly, ended on 1 September 2026.'],
    },
  ],
  [
    'a start that may be the one of the Remote Watch Pass',
    { subscription: { ...none, subscribedAt: '2025-05-01' }, pastSubscriptions: [endedRemote] },
    {
      answer: [
        'No Plex Pass. plex.tv lists no earlier one. You had Remote Watch Pass, monthly until 1 September 2026.',
      ],
      timeline: ['Remote Watch Pass, monthly 2025-05-01 2026-09-01'],
    },
  ],
  [
    'a type in another spelling',
    { ...lists, subscription: none, subscriptions: [{ ...remote, type: 'Remote-Watch_PASS', renewsAt: next }] },
    {
      records: ['Remote Watch Pass, monthly'],
      share: [
        'Remote Watch Pass, monthly, active, renews on 15 December 2026. No Plex Pass.',
        'plex.tv did not say who takes the money.',
      ],
      sharedValues: ['- `subscriptions[0].type`: `Remote-Watch_PASS` (Remote Watch Pass)'],
    },
  ],
  [
    'an unknown type',
    { ...lists, subscription: none, subscriptions: [{ type: 'plexpass_for_pets', state: 'active', endsAt: later }] },
    {
      answer: ['plexpass_for_pets. No Plex Pass. You never had one.', 'It ends on 3 May 2027, 5 months from now.'],
      records: ['plexpass_for_pets until 3 May 2027'],
      share: [
        'Another subscription (`plexpass_for_pets`), active, runs until 3 May 2027. No Plex Pass.',
        'plex.tv did not say who takes the money.',
      ],
      sharedValues: [],
      calendar: 'plexpass_for_pets ends 2027-05-03',
    },
  ],
  [
    'active, but only another type',
    {
      ...lists,
      subscription: { ...active, paymentService: 'braintree' },
      subscriptions: [{ ...remote, renewsAt: next }],
    },
    {
      answer: [
        'Remote Watch Pass, monthly since 26 November 2021.',
        'It renews on 15 December 2026, 19 days from now.',
        'plex.tv counts a subscription as active, but lists no Plex Pass.',
      ],
      mark: 'Active',
    },
  ],
  [
    'active, but only another type that has ended',
    { ...lists, subscription: active, subscriptions: [endedRemote] },
    {
      answer: ['A subscription is active, but plex.tv lists no Plex Pass.'],
    },
  ],
  [
    'another subscription by its description alone',
    { subscription: active, subscriptionDescription: 'Monthly Remote Watch Pass' },
    {
      answer: [
        'Remote Watch Pass, monthly since 26 November 2021.',
        'plex.tv did not say when it renews or ends.',
        'plex.tv counts a subscription as active, but lists no Plex Pass.',
        'It describes the account as “Monthly Remote Watch Pass”.',
      ],
      share: ['Remote Watch Pass, monthly, active. No Plex Pass.', 'plex.tv did not say who takes the money.'],
    },
  ],
  [
    'a Plex Pass and a Remote Watch Pass',
    { ...lists, subscription: active, subscriptions: [remote, { ...pass, mode: 'lifetime' }] },
    {
      answer: [
        'Lifetime Plex Pass since 26 November 2021.',
        'It never renews and never ends.',
        'plex.tv also lists: Remote Watch Pass, monthly.',
      ],
      timeline: ['Lifetime Plex Pass 2021-11-26 ?', 'Remote Watch Pass, monthly ? ?'],
      payee: 'plex.tv did not say who takes the money for “Remote Watch Pass, monthly”. Your account there shows it.',
      share: [
        'Lifetime Plex Pass, active, for good. Remote Watch Pass, monthly, active.',
        'plex.tv did not say who takes the money for Remote Watch Pass, monthly.',
      ],
      calendar: undefined,
    },
  ],
  [
    'a cancelled Remote Watch Pass',
    {
      ...lists,
      subscription: none,
      subscriptions: [{ ...remote, state: 'pending_cancellation', endsAt: next }],
    },
    {
      answer: [
        'Remote Watch Pass, monthly. It is cancelled and works until 15 December 2026, 19 days from now. No Plex Pass. You never had one.',
      ],
      timeline: ['Remote Watch Pass, monthly, cancelled ? 2026-12-15', 'Ends 2026-12-15 2026-12-15'],
      mark: 'Cancelled',
      records: ['Remote Watch Pass, monthly until 15 December 2026 cancelled'],
      calendar: 'Remote Watch Pass, monthly ends 2026-12-15',
    },
  ],
  ...[
    'pending_cancellation',
    'PendingCancellation',
    'pending cancellation',
    'Pending Cancellation',
    'PENDING-CANCELLATION',
    'CANCELED',
    'cancelled',
  ].map((state): [string, object, Places] => [
    `a Plex Pass with the state ${state} and without the flag`,
    { ...lists, subscription: { ...active, plan: 'monthly' }, subscriptions: [{ ...pass, state, endsAt: next }] },
    {
      answer: ['Your Plex Pass is cancelled. It works until 15 December 2026, 19 days from now.'],
      mark: 'Cancelled',
      records: ['Monthly Plex Pass until 15 December 2026 cancelled'],
      share: ['Monthly Plex Pass, cancelled, runs until 15 December 2026.', 'plex.tv did not say who takes the money.'],
      calendar: 'Monthly Plex Pass ends 2026-12-15',
    },
  ]),
  [
    'the status of the account alone, which cancels its only subscription',
    {
      ...lists,
      subscription: { ...active, status: 'PENDING-CANCELLATION' },
      subscriptions: [{ ...remote, endsAt: next }],
    },
    { mark: 'Cancelled', records: ['Remote Watch Pass, monthly until 15 December 2026 cancelled'] },
  ],
  [
    'the status of a Plex Pass, where the record says nothing',
    {
      ...lists,
      subscription: { ...active, plan: 'monthly', status: 'Pending_Cancellation' },
      subscriptions: [{ ...pass, mode: 'monthly', endsAt: next }],
    },
    { mark: 'Cancelled', records: ['Monthly Plex Pass until 15 December 2026 cancelled'] },
  ],
  [
    'a cancelled flag that came as text',
    { ...lists, subscription: active, subscriptions: [{ ...pass, mode: 'monthly', canceled: '1', endsAt: next }] },
    { mark: 'Cancelled', records: ['Monthly Plex Pass until 15 December 2026 cancelled'] },
  ],
  [
    'a lapsed record of an account that plex.tv calls active',
    {
      ...lists,
      subscription: active,
      subscriptions: [{ ...pass, mode: 'monthly', state: 'lapsed', endsAt: unixNoon('2026-10-01') }],
    },
    {
      answer: [
        'Plex Pass since 26 November 2021.',
        'plex.tv did not say which plan it is.',
        'plex.tv did not say when it renews or ends.',
        'But plex.tv lists it as ended: Monthly Plex Pass until 1 October 2026.',
      ],
    },
  ],
  [
    'a lapsed record with an end to come',
    { ...lists, subscription: none, subscriptions: [{ ...remote, state: 'LAPSED', endsAt: next }] },
    {
      answer: ['No Plex Pass. You never had one. You had Remote Watch Pass, monthly.'],
      share: ['No Plex Pass. Remote Watch Pass, monthly, ended.'],
      calendar: undefined,
    },
  ],
  [
    'a Plex Pass that is over, while a Remote Watch Pass explains that plex.tv calls the account active',
    {
      ...lists,
      subscription: active,
      subscriptions: [
        { ...pass, mode: 'monthly', endsAt: unixNoon('2026-10-01') },
        { ...remote, renewsAt: next },
      ],
    },
    {
      answer: [
        'Remote Watch Pass, monthly.',
        'It renews on 15 December 2026, 19 days from now.',
        'plex.tv counts a subscription as active, but lists no Plex Pass.',
      ],
      timeline: [
        'Monthly Plex Pass 2021-11-26 2026-10-01',
        'Remote Watch Pass, monthly ? ?',
        'Renews 2026-12-15 2026-12-15',
      ],
    },
  ],
  [
    'a lifetime and a monthly that both run: the lifetime wins',
    {
      ...lists,
      subscription: active,
      subscriptions: [
        { ...pass, mode: 'monthly', renewsAt: later },
        { ...pass, mode: 'lifetime' },
      ],
    },
    {
      answer: [
        'Lifetime Plex Pass since 26 November 2021.',
        'It never renews and never ends.',
        'plex.tv also lists: Monthly Plex Pass.',
      ],
      calendar: undefined,
    },
  ],
  [
    'a Remote Watch Pass in a wrapped list',
    { subscription: none, subscriptions: { subscription: [remote] } },
    { sharedValues: ['- `subscriptions.subscription[0].type`: `remotewatchpass` (Remote Watch Pass)'] },
  ],
  ...[null, '', ' '].map((type): [string, object, Places] => [
    `a record of the type ${JSON.stringify(type)}, which counts as a Plex Pass like all recorded ones`,
    { ...lists, subscription: active, subscriptions: [{ ...pass, type, mode: 'monthly', renewsAt: next }] },
    {
      answer: ['Monthly Plex Pass since 26 November 2021.', 'It renews on 15 December 2026, 19 days from now.'],
      calendar: 'Monthly Plex Pass renews 2026-12-15',
    },
  ]),
  [
    'a Remote Watch Pass, an ended Plex Pass and a trial',
    {
      subscription: { ...none, subscribedAt: '2018-01-01' },
      subscriptions: [{ ...remote, renewsAt: next }],
      pastSubscriptions: [endedPass],
      trials: [{ ...remote, state: 'ended', endsAt: unixNoon('2025-06-01') }],
    },
    {
      answer: [
        'Remote Watch Pass, monthly. No Plex Pass. You had one until 1 March 2020.',
        'It renews on 15 December 2026, 19 days from now.',
      ],
      timeline: [
        'Monthly Plex Pass 2018-01-01 2020-03-01',
        'Remote Watch Pass trial ? 2025-06-01',
        'Remote Watch Pass, monthly ? ?',
        'Renews 2026-12-15 2026-12-15',
      ],
      trials: ['Remote Watch Pass, monthly'],
      sharedValues: [
        '- `subscriptions[0].type`: `remotewatchpass` (Remote Watch Pass)',
        '- `trials[0].type`: `remotewatchpass` (Remote Watch Pass)',
      ],
    },
  ],
  [
    'a trial of a Plex Pass and no subscription',
    { ...lists, subscription: none, trials: [{ ...pass, endsAt: next }] },
    { answer: ['No Plex Pass. plex.tv lists a trial, and no earlier one.'], timeline: ['Trial ? 2026-12-15'] },
  ],
  [
    'a trial of a Remote Watch Pass and no subscription',
    { ...lists, subscription: none, trials: [{ ...remote, endsAt: next }] },
    { answer: ['No Plex Pass. You never had one.'], timeline: ['Remote Watch Pass trial ? 2026-12-15'] },
  ],
  [
    'a Remote Watch Pass by the plan alone',
    { ...lists, subscription: { ...active, plan: 'remote_watch_pass' } },
    { share: ['Remote Watch Pass, active. No Plex Pass.', 'plex.tv did not say who takes the money.'] },
  ],
  [
    'milliseconds in place of seconds',
    { ...lists, subscription: active, subscriptions: [{ ...pass, mode: 'monthly', renewsAt: next * 1000 }] },
    {
      answer: [
        'Monthly Plex Pass since 26 November 2021.',
        `plex.tv sent “${next * 1000}” as “subscriptions[0].renewsAt”, which this page cannot read.`,
      ],
      timeline: ['Monthly Plex Pass 2021-11-26 ?'],
      calendar: undefined,
    },
  ],
  [
    'a day without a time that is today',
    { ...lists, subscription: none, subscriptions: [{ ...remote, canceled: true, endsAt: '2026-11-26' }] },
    {
      answer: [
        'Remote Watch Pass, monthly. It is cancelled and works until 26 November 2026, today. No Plex Pass. You never had one.',
      ],
      mark: 'Cancelled',
      calendar: 'Remote Watch Pass, monthly ends 2026-11-26',
    },
  ],
  [
    'days without a time',
    { ...lists, subscription: active, subscriptions: [{ ...remote, renewsAt: '2026-12-05', endsAt: '2026-12-06' }] },
    {
      answer: [
        'Remote Watch Pass, monthly since 26 November 2021.',
        'It renews on 5 December 2026, 9 days from now.',
        'plex.tv counts a subscription as active, but lists no Plex Pass.',
      ],
      calendar: 'Remote Watch Pass, monthly renews 2026-12-05',
      share: [
        'Remote Watch Pass, monthly, active, renews on 5 December 2026. No Plex Pass.',
        'plex.tv did not say who takes the money.',
      ],
    },
  ],
  [
    'a lapsed record among the current ones',
    {
      ...lists,
      subscription: none,
      subscriptions: [{ type: 'PLEX PASS', state: 'Lapsed', mode: 'Monthly', endsAt: unixNoon('2026-10-01') }],
    },
    {
      answer: ['No Plex Pass. You had one until 1 October 2026.'],
      timeline: ['Monthly Plex Pass ? 2026-10-01'],
    },
  ],
  [
    'the mode “recurring”, which is no plan',
    { ...lists, subscription: active, subscriptions: [{ ...pass, mode: 'recurring', renewsAt: next }] },
    {
      answer: [
        'Plex Pass since 26 November 2021.',
        'plex.tv did not say which plan it is.',
        'It renews on 15 December 2026, 19 days from now.',
      ],
    },
  ],
  [
    'a lifetime bought while a monthly one runs out',
    {
      ...lists,
      subscription: { ...active, plan: 'monthly', status: 'PendingCancellation' },
      subscriptions: [
        { ...pass, mode: 'monthly', canceled: true, endsAt: next },
        { ...pass, mode: 'lifetime' },
      ],
    },
    {
      answer: [
        'Lifetime Plex Pass since 26 November 2021.',
        'It never renews and never ends.',
        'plex.tv also lists: Monthly Plex Pass. It is cancelled and works until 15 December 2026, 19 days from now.',
      ],
      timeline: [
        'Lifetime Plex Pass 2021-11-26 ?',
        'Monthly Plex Pass, cancelled ? 2026-12-15',
        'Monthly Plex Pass ends 2026-12-15 2026-12-15',
      ],
      mark: 'Active',
    },
  ],
  [
    'a lifetime by the plan alone, over a cancelled monthly record',
    {
      ...lists,
      subscription: { ...active, plan: 'Lifetime' },
      subscriptions: [{ ...pass, mode: 'monthly', canceled: true, endsAt: next }],
    },
    {
      timeline: [
        'Lifetime Plex Pass 2021-11-26 ?',
        'Monthly Plex Pass, cancelled ? 2026-12-15',
        'Monthly Plex Pass ends 2026-12-15 2026-12-15',
      ],
    },
  ],
  [
    'two cancelled records: the later end wins',
    {
      ...lists,
      subscription: active,
      subscriptions: [
        { ...pass, mode: 'monthly', canceled: true, endsAt: next },
        { ...pass, mode: 'yearly', canceled: true, endsAt: later },
      ],
    },
    {
      timeline: [
        'Yearly Plex Pass, cancelled 2021-11-26 2027-05-03',
        'Monthly Plex Pass, cancelled ? 2026-12-15',
        'Ends 2027-05-03 2027-05-03',
        'Monthly Plex Pass ends 2026-12-15 2026-12-15',
      ],
    },
  ],
  [
    'a plan that only the description names',
    { ...lists, subscription: active, subscriptionDescription: 'Lifetime Plex Pass' },
    {
      answer: ['Lifetime Plex Pass since 26 November 2021.', 'It never renews and never ends.'],
    },
  ],
  [
    'a five-year plan in the description',
    {
      ...lists,
      subscription: active,
      subscriptions: [{ ...pass, renewsAt: next }],
      subscriptionDescription: 'Five-Year Plex Pass',
    },
    {
      answer: ['Five-Year Plex Pass since 26 November 2021.', 'It renews on 15 December 2026, 19 days from now.'],
      timeline: ['Five-Year Plex Pass 2021-11-26 ?', 'Renews 2026-12-15 2026-12-15'],
    },
  ],
  [
    'an unknown plan',
    { ...lists, subscription: { ...active, plan: 'five_year' }, subscriptions: [{ ...pass, endsAt: later }] },
    {
      answer: ['Plex Pass “five_year” since 26 November 2021.', 'It ends on 3 May 2027, 5 months from now.'],
      share: ['Plex Pass (`five_year`), active, runs until 3 May 2027.', 'plex.tv did not say who takes the money.'],
    },
  ],
  [
    'types that drift',
    {
      subscription: { active: 1, status: 'Active', plan: 'monthly', subscribedAt: '2021-11-26' },
      subscriptions: { subscription: [{ ...pass, mode: 'monthly', renewsAt: String(next), canceled: '0' }] },
      pastSubscriptions: '',
    },
    {
      answer: ['Monthly Plex Pass since 26 November 2021.', 'It renews on 15 December 2026, 19 days from now.'],
      records: ['Monthly Plex Pass'],
    },
  ],
  [
    'a state that cannot be read',
    { ...lists, subscription: { ...none, active: 'perhaps' } },
    {
      answer: [
        'plex.tv did not say clearly whether you have a Plex Pass.',
        'It gives the status as “Inactive”.',
        'plex.tv sent “perhaps” as “subscription.active”, which this page cannot read.',
      ],
      mark: undefined,
    },
  ],
  [
    'a subscription that is a text',
    { ...lists, subscription: 'plexpass' },
    {
      answer: [
        'plex.tv did not say clearly whether you have a Plex Pass.',
        'plex.tv sent “plexpass” as “subscription”, which this page cannot read.',
      ],
    },
  ],
  [
    'a start that cannot be read',
    { ...lists, subscription: { ...none, subscribedAt: 'long ago' } },
    {
      answer: [
        'No Plex Pass. plex.tv did not say whether you had one before.',
        'plex.tv sent “long ago” as “subscription.subscribedAt”, which this page cannot read.',
      ],
    },
  ],
  [
    'an end that cannot be read',
    { ...lists, subscription: none, pastSubscriptions: [{ type: 'plexpass', endsAt: 'last summer' }] },
    {
      answer: [
        'No Plex Pass. You had one; plex.tv did not say until when.',
        'plex.tv sent “last summer” as “pastSubscriptions[0].endsAt”, which this page cannot read.',
      ],
    },
  ],
  [
    'a renewal and a flag that cannot be read',
    {
      ...lists,
      subscription: { ...active, plan: 'monthly' },
      subscriptions: [{ ...pass, renewsAt: 'soon', canceled: 'maybe' }],
    },
    {
      answer: [
        'Monthly Plex Pass since 26 November 2021.',
        'plex.tv sent “soon” as “subscriptions[0].renewsAt”, which this page cannot read.',
        'plex.tv sent “maybe” as “subscriptions[0].canceled”, which this page cannot read.',
      ],
    },
  ],
  [
    'values in the lists that are no records',
    { ...lists, subscription: none, subscriptions: [null, 'plexpass'], pastSubscriptions: [7] },
    {
      answer: ['No Plex Pass. plex.tv did not say whether you had one before.'],
      timeline: [],
    },
  ],
  [
    'a type that cannot be read',
    { ...lists, subscription: none, subscriptions: [{ ...remote, type: 7, endsAt: next }] },
    {
      answer: [
        '“7”, monthly. No Plex Pass. You never had one.',
        'It ends on 15 December 2026, 19 days from now.',
        'plex.tv sent “7” as “subscriptions[0].type”, which this page cannot read.',
      ],
      records: ['“7”, monthly until 15 December 2026'],
      share: [
        'Another subscription, monthly, active, runs until 15 December 2026. No Plex Pass.',
        'plex.tv did not say who takes the money.',
      ],
    },
  ],
  [
    'a current record of an account without a Plex Pass',
    { ...lists, subscription: none, subscriptions: [{ ...pass, mode: 'monthly', endsAt: next }] },
    {
      answer: ['No Plex Pass.', 'But plex.tv lists one as current: Monthly Plex Pass.'],
    },
  ],
])('says the same everywhere about %s', (_, reply, expected) => {
  expect(places(reply)).toMatchObject(expected);
});
