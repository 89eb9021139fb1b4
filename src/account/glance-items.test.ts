// @vitest-environment node
import { expect, test } from 'vitest';
import { accountFrom } from '../test/account-from.ts';
import { glanceItems } from './glance-items.ts';

const now = new Date('2027-04-21T12:00:00Z');
const seconds = (iso: string) => Date.parse(iso) / 1000;
const later = seconds('2027-05-03T12:00:00Z');
const earlier = seconds('2019-04-26T12:00:00Z');
const monthly = { active: true, status: 'Active', plan: 'monthly', paymentService: 'braintree' };
const inactive = { active: false, status: 'Inactive', plan: null, subscribedAt: null };
const record = { type: 'plexpass', state: 'active' };

function answers(reply: object, ...questions: string[]): string[] {
  const items = glanceItems(accountFrom(reply), now);
  return questions.map((wanted) => {
    const { answer, tone } = items.find(({ question }) => question === wanted) ?? {};
    return tone ? `${answer} [${tone}]` : String(answer);
  });
}

test.each<[what: string, reply: object, pass: string, until: string, payee: string]>([
  [
    'lifetime',
    { subscription: { ...monthly, plan: 'lifetime' } },
    'Lifetime [good]',
    'For good',
    'Nobody, it is paid for',
  ],
  [
    'lifetime, only by its record',
    { subscription: { active: true }, subscriptions: [{ ...record, mode: 'lifetime' }] },
    'Lifetime [good]',
    'For good',
    'Nobody, it is paid for',
  ],
  [
    'monthly that renews',
    { subscription: monthly, subscriptions: [{ ...record, renewsAt: later }] },
    'Monthly [good]',
    'Renews 3 May 2027',
    'Plex, by card',
  ],
  [
    'cancelled but running',
    { subscription: monthly, subscriptions: [{ ...record, canceled: true, renewsAt: later, endsAt: later }] },
    'Monthly, cancelled [warn]',
    '3 May 2027, 12 days from now',
    'Plex, by card',
  ],
  [
    'a failed payment',
    { subscription: monthly, subscriptions: [{ ...record, gracePeriod: true, endsAt: later }] },
    'Monthly, payment failed [warn]',
    '3 May 2027, 12 days from now',
    'Plex, by card',
  ],
  [
    'on hold, with an unknown plan and an unknown payment service',
    {
      subscription: { active: true, plan: 'weekly', paymentService: 'moonbase' },
      subscriptions: [{ ...record, onHold: true }],
    },
    '“weekly”, on hold [warn]',
    'plex.tv did not say',
    '“moonbase”',
  ],
  [
    'bought in a store',
    { subscription: { ...monthly, paymentService: 'itunes' } },
    'Monthly [good]',
    'plex.tv did not say',
    'Apple',
  ],
  [
    'active, without details',
    { subscription: { active: true } },
    'Yes [good]',
    'plex.tv did not say',
    'plex.tv did not say',
  ],
  [
    'active, with an end in the past',
    { subscription: monthly, subscriptions: [{ ...record, endsAt: earlier }] },
    'Monthly [good]',
    'Should have ended 26 April 2019',
    'Plex, by card',
  ],
  [
    'a former Plex Pass',
    {
      subscription: { ...inactive, subscribedAt: '2018-01-01T00:00:00Z' },
      pastSubscriptions: [{ endsAt: earlier }, { endsAt: null }],
    },
    'None',
    'Ended 26 April 2019',
    'Nobody',
  ],
  [
    'a former Plex Pass with an unknown end',
    { subscription: { ...inactive, subscribedAt: '2018-01-01T00:00:00Z' }, pastSubscriptions: [] },
    'None',
    'plex.tv did not say',
    'Nobody',
  ],
  ['never a Plex Pass', { subscription: inactive, pastSubscriptions: [] }, 'None', 'Never had one', 'Nobody'],
  ['no Plex Pass, lists not sent', { subscription: inactive }, 'None', 'plex.tv did not say', 'Nobody'],
  ['an empty reply', {}, 'plex.tv did not say', 'plex.tv did not say', 'plex.tv did not say'],
  [
    'an unexpected value',
    { subscription: { active: 'yes' } },
    'plex.tv sent “yes”',
    'plex.tv sent “yes”',
    'plex.tv sent “yes”',
  ],
])('shows the Plex Pass, its end and who is paid: %s', (_, reply, ...expected) => {
  expect(answers(reply, 'Plex Pass', 'Until', 'Paid to')).toEqual(expected);
});

test.each<[reply: object, safety: string]>([
  [{ twoFactorEnabled: false, confirmed: true }, '1 thing to look at [warn]'],
  [{ twoFactorEnabled: false, confirmed: false }, '2 things to look at [warn]'],
  [{ confirmed: true }, 'Nothing to look at [good]'],
  [{ twoFactorEnabled: false, restricted: true }, 'Nothing for you to do'],
  [{ guest: true }, 'Nothing for you to do'],
  [{ anonymous: true }, 'Nothing for you to do'],
  [{}, 'plex.tv did not say'],
])('shows whether the account is safe: %j', (reply, safety) => {
  expect(answers(reply, 'Safety')).toEqual([safety]);
});

test.each<[reply: object, home: string]>([
  [{ home: true, homeSize: 3, maxHomeSize: 15, homeAdmin: true }, '3 of 15 seats, you are its admin'],
  [{ home: true, homeSize: 3, maxHomeSize: 15, homeAdmin: false }, '3 of 15 seats'],
  [{ home: true, homeSize: 3 }, '3 members'],
  [{ home: true }, 'You are in one'],
  [{ home: true, homeSize: 1 }, 'None'],
  [{ home: false, homeSize: 3 }, 'None'],
  [{}, 'plex.tv did not say'],
  [{ home: 'yes', homeSize: 'many' }, 'plex.tv did not say'],
])('shows the members of the Home: %j', (reply, home) => {
  expect(answers(reply, 'Plex Home')).toEqual([home]);
});

test.each<[reply: object, signIn: string]>([
  [{ rememberExpiresAt: later }, 'Until 3 May 2027'],
  [{ rememberExpiresAt: earlier }, 'Should have ended 26 April 2019'],
  [{ rememberExpiresAt: null }, 'No end given'],
  [{}, 'plex.tv did not say'],
  [{ rememberExpiresAt: 'soon' }, 'Not believable: “soon”'],
])('shows how long the sign-in lasts: %j', (reply, signIn) => {
  expect(answers(reply, 'This sign-in')).toEqual([signIn]);
});
