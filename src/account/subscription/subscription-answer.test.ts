import { describe, expect, it } from 'vitest';
import { parseAccount } from '../../plex/account/parse-account.ts';
import { subscriptionAnswer } from './subscription-answer.ts';

const now = new Date('2027-04-21T12:00:00Z');
const seconds = (iso: string) => Date.parse(iso) / 1000;
const record = { type: 'plexpass', state: 'active' };
const active = { active: true, status: 'Active', subscribedAt: '2021-11-26T12:00:00Z' };
const inactive = { active: false, status: 'Inactive', subscribedAt: null, plan: null };
const monthly = { ...active, plan: 'monthly' };
const end = { endsAt: seconds('2027-05-03T12:00:00Z') };
const past = { state: 'ended', endsAt: seconds('2019-04-26T12:00:00Z') };

const noneBefore = { subscriptions: [], pastSubscriptions: [], trials: [] };

const rows: [title: string, reply: object, answer: string, ...remarks: string[]][] = [
  [
    'lifetime',
    { subscription: { ...active, plan: 'lifetime' } },
    'Lifetime Plex Pass since 26 November 2021.',
    'It never renews and never ends.',
  ],
  [
    'lifetime, only by its record',
    { subscription: active, subscriptions: [{ ...record, mode: 'lifetime' }] },
    'Lifetime Plex Pass since 26 November 2021.',
    'It never renews and never ends.',
  ],
  [
    'lifetime without a start',
    { subscription: { active: true, plan: 'lifetime' } },
    'You have a lifetime Plex Pass.',
    'It never renews and never ends.',
  ],
  [
    'monthly with a renewal',
    { subscription: monthly, subscriptions: [{ ...record, renewsAt: end.endsAt }] },
    'Monthly Plex Pass since 26 November 2021.',
    'It renews on 3 May 2027, 12 days from now.',
  ],
  [
    'monthly, records not sent',
    { subscription: monthly },
    'Monthly Plex Pass since 26 November 2021.',
    'plex.tv did not say when it renews or ends.',
  ],
  [
    'yearly with an end',
    { subscription: { ...active, plan: 'yearly' }, subscriptions: [{ ...record, ...end }] },
    'Yearly Plex Pass since 26 November 2021.',
    'It ends on 3 May 2027, 12 days from now.',
  ],
  [
    'an unknown plan',
    { subscription: { ...active, plan: 'weekly' }, subscriptions: [{ ...record, renewsAt: end.endsAt }] },
    'Plex Pass “weekly” since 26 November 2021.',
    'It renews on 3 May 2027, 12 days from now.',
  ],
  [
    'no plan',
    { subscription: active, subscriptions: [] },
    'Plex Pass since 26 November 2021.',
    'plex.tv did not say which plan it is.',
    'plex.tv did not say when it renews or ends.',
  ],
  [
    'cancelled but running',
    { subscription: monthly, subscriptions: [{ ...record, ...end, canceled: true }] },
    'Your Plex Pass is cancelled. It works until 3 May 2027, 12 days from now.',
  ],
  [
    'cancelled, only by its status',
    { subscription: { ...monthly, status: 'PendingCancellation' } },
    'Your Plex Pass is cancelled. It still works; plex.tv did not say until when.',
  ],
  [
    'status Canceled with an end',
    { subscription: { ...monthly, status: 'Canceled' }, subscriptions: [{ ...record, ...end }] },
    'Your Plex Pass is cancelled. It works until 3 May 2027, 12 days from now.',
  ],
  [
    'cancelled, with an end in the past',
    { subscription: monthly, subscriptions: [{ ...record, endsAt: past.endsAt, canceled: true }] },
    'Your Plex Pass is cancelled. It should have ended on 26 April 2019, but plex.tv calls it active.',
  ],
  [
    'grace period',
    { subscription: monthly, subscriptions: [{ ...record, ...end, gracePeriod: true }] },
    'A payment failed. Your Plex Pass still works until 3 May 2027.',
    'Check your payment method to keep it.',
  ],
  [
    'grace period without an end',
    { subscription: monthly, subscriptions: [{ ...record, gracePeriod: true }] },
    'A payment failed. Your Plex Pass still works.',
    'Check your payment method to keep it.',
  ],
  [
    'on hold, active',
    { subscription: monthly, subscriptions: [{ ...record, onHold: true }] },
    'Your Plex Pass is on hold.',
    'plex.tv still counts it as active.',
  ],
  [
    'on hold, not active',
    { subscription: inactive, subscriptions: [{ ...record, onHold: true }] },
    'Your Plex Pass is on hold.',
    'It does not work at the moment.',
  ],
  ['ended', { subscription: inactive, pastSubscriptions: [past] }, 'No Plex Pass. You had one until 26 April 2019.'],
  [
    'ended twice: the later end counts',
    { subscription: inactive, pastSubscriptions: [past, { ...past, endsAt: seconds('2016-01-01T12:00:00Z') }] },
    'No Plex Pass. You had one until 26 April 2019.',
  ],
  [
    'ended, end not sent',
    { subscription: inactive, pastSubscriptions: [{ state: 'ended' }] },
    'No Plex Pass. You had one; plex.tv did not say until when.',
  ],
  [
    'ended, known only by its start',
    { subscription: { ...inactive, subscribedAt: '2019-03-16T15:20:12Z' }, ...noneBefore },
    'No Plex Pass. You had one; plex.tv did not say until when.',
  ],
  [
    'ended, known only by its status',
    { subscription: { ...inactive, status: 'Lapsed' } },
    'No Plex Pass. You had one; plex.tv did not say until when.',
  ],
  ['never had one', { subscription: inactive, ...noneBefore }, 'No Plex Pass. You never had one.'],
  ['none, lists not sent', { subscription: inactive }, 'No Plex Pass. plex.tv did not say whether you had one before.'],
  [
    'member of a Pass owner’s Home',
    { subscription: inactive, ...noneBefore, home: true, homeAdmin: false, entitlements: ['all'] },
    'No Plex Pass of your own. You never had one.',
    'All apps are still unlocked for you, as for members of a Plex Pass owner’s Home.',
  ],
  [
    'Home admin with old entitlements',
    { subscription: inactive, ...noneBefore, home: true, homeAdmin: true, entitlements: ['all'] },
    'No Plex Pass. You never had one.',
  ],
  [
    'active, with status Inactive',
    { subscription: { ...monthly, status: 'Inactive' }, subscriptions: [{ ...record, renewsAt: end.endsAt }] },
    'Monthly Plex Pass since 26 November 2021.',
    'It renews on 3 May 2027, 12 days from now.',
    'But plex.tv gives the status as “Inactive”; this page relies on “active”.',
  ],
  [
    'not active, with status Active',
    { subscription: { ...inactive, status: 'Active' }, ...noneBefore },
    'No Plex Pass. You never had one.',
    'But plex.tv gives the status as “Active”; this page relies on “active”.',
  ],
  [
    'only a status',
    { subscription: { status: 'Active' } },
    'plex.tv did not say whether you have a Plex Pass.',
    'It gives the status as “Active”.',
  ],
  ['no subscription', {}, 'plex.tv did not say whether you have a Plex Pass.'],
];

describe('the answer about the Plex Pass', () => {
  it.each(rows)('is right for %s', (_, reply, answer, ...remarks) => {
    const account = parseAccount(reply);
    expect(account && subscriptionAnswer(account, now)).toMatchObject({ answer, remarks });
  });

  it.each([
    ['Active', { subscription: monthly }],
    ['Cancelled', { subscription: { ...monthly, status: 'Canceled' } }],
    ['Payment failed', { subscription: monthly, subscriptions: [{ ...record, gracePeriod: true }] }],
    ['On hold', { subscription: monthly, subscriptions: [{ ...record, onHold: true }] }],
    ['No Plex Pass', { subscription: inactive }],
    [undefined, {}],
  ])('has the badge %s', (text, reply) => {
    const account = parseAccount(reply);
    expect(account && subscriptionAnswer(account, now).badge?.text).toBe(text);
  });
});
