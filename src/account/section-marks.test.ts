import { expect, test } from 'vitest';
import type { AccountSources } from '../plex/access/sources.ts';
import { PlexError } from '../plex/errors/plex-error.ts';
import { deviceWith, friendWith, sharedServerWith } from '../test/access-data.ts';
import { accountFrom } from '../test/account-from.ts';
import { localNoon } from '../test/local-noon.ts';
import { sourcesWith, waitingSources } from '../test/sources.ts';
import { sectionMarks } from './section-marks.ts';

const now = localNoon('2026-11-23');

const nothing = { friends: [], devices: { publicAddress: null, size: null, devices: [] } };

test('shows no marks for an empty account', () => {
  const marks = Object.values(sectionMarks(accountFrom({}), sourcesWith(nothing), now));
  expect(marks.filter(Boolean)).toEqual([]);
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
  expect(sectionMarks(account, sourcesWith(nothing), now)).toEqual({
    subscription: { text: 'Active', tone: 'good' },
    'past-subscriptions': { text: '2' },
    trials: { text: '1' },
    services: { text: '1' },
    security: { text: '1 to look at', tone: 'warn' },
    everything: { text: '2 odd' },
    'plex-home': undefined,
    devices: undefined,
    sharing: undefined,
  });
});

const failed = { state: 'failed', error: new PlexError('serverError'), failedAt: now, retry: () => undefined } as const;

test.each<[sources: AccountSources, marks: object]>([
  [
    waitingSources,
    {
      devices: { text: 'Waiting', isWaiting: true },
      sharing: { text: 'Waiting', isWaiting: true },
      'plex-home': { text: '4' },
    },
  ],
  [
    { ...waitingSources, home: failed, devices: failed, friends: { state: 'stopped', retry: () => undefined } },
    {
      'plex-home': { text: 'Not loaded', tone: 'bad' },
      devices: { text: 'Not loaded', tone: 'bad' },
      sharing: { text: 'Not loaded' },
    },
  ],
  [{ ...waitingSources, devices: { state: 'unavailable', reason: 'gone' } }, { devices: { text: 'Not available' } }],
  [
    sourcesWith({
      devices: { publicAddress: null, size: null, devices: [deviceWith({}), deviceWith({})] },
      friends: [friendWith({ sharedServers: [sharedServerWith({ owned: true })] }), friendWith({})],
    }),
    { devices: { text: '2' }, sharing: { text: '1' } },
  ],
  [sourcesWith({ friends: [], invitations: [friendWith({})] }), { sharing: { text: '1 waiting' } }],
])('says in two words what is known about access: %#', (sources, marks) => {
  expect(sectionMarks(accountFrom({ home: true, homeSize: 4 }), sources, now)).toMatchObject(marks);
});
