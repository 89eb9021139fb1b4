import { expect, test } from 'vitest';
import { accountFrom } from '../test/account-from.ts';
import { localNoon } from '../test/local-noon.ts';
import { waitingSources } from '../test/sources.ts';
import { sectionMarks } from './section-marks.ts';

const now = localNoon('2026-11-23');

test('shows no marks for an empty account', () => {
  expect(Object.values(sectionMarks(accountFrom({}), waitingSources, now)).filter(Boolean)).toEqual([]);
  expect(
    sectionMarks(accountFrom({ trials: [], services: [], pastSubscriptions: [] }), waitingSources, now),
  ).toMatchObject({
    trials: undefined,
    services: undefined,
    'past-subscriptions': undefined,
  });
});

test('marks the state of the subscription, the counts and what needs attention', () => {
  const account = accountFrom({
    subscription: { active: true, plan: 'lifetime' },
    pastSubscriptions: [{}, {}],
    trials: ['a month'],
    services: [{}],
    twoFactorEnabled: false,
    country: 7,
    favouriteColour: 'amber',
  });
  expect(sectionMarks(account, waitingSources, now)).toEqual({
    subscription: { text: 'Active', tone: 'good' },
    'past-subscriptions': { text: '2' },
    trials: { text: '1' },
    services: { text: '1' },
    security: { text: '1 to look at', tone: 'warn' },
    everything: { text: '2 odd' },
  });
});
