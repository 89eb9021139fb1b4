import { expect, test } from 'vitest';
import { accountFrom } from '../test/account-from.ts';
import { waitingSources } from '../test/sources.ts';
import { glanceItems } from './glance-items.ts';
import { securityView } from './security/security.ts';

const now = new Date('2027-04-21T12:00:00Z');
const seconds = (iso: string) => Date.parse(iso) / 1000;
const later = seconds('2027-05-03T12:00:00Z');
const earlier = seconds('2019-04-26T12:00:00Z');

/** "Two-factor is off, and no Home PIN [warn]" */
function answer(reply: object, wanted: string): string {
  const item = glanceItems(accountFrom(reply), waitingSources, now).find(({ title }) => title === wanted);
  const words = [item?.answer, item?.detail].filter(Boolean).join(', ');
  return item?.tone ? `${words} [${item.tone}]` : words;
}

const sharedHome = { home: true, homeSize: 3, protected: false };

test.each<[reply: object, security: string]>([
  [{ twoFactorEnabled: false, confirmed: true }, 'Two-factor is off [warn]'],
  [{ twoFactorEnabled: false, ...sharedHome }, 'Two-factor is off, and no Home PIN [warn]'],
  [
    { twoFactorEnabled: true, backupCodesCreated: false, confirmed: false },
    'No backup codes, and e-mail not confirmed [warn]',
  ],
  [{ twoFactorEnabled: false, confirmed: false, ...sharedHome }, 'Two-factor is off, and 2 more to look at [warn]'],
  [{ twoFactorEnabled: true, backupCodesCreated: true }, 'Nothing to do, Two-factor is on [good]'],
  [{ confirmed: true, experimentalFeatures: true }, 'Nothing to do, E-mail is confirmed [good]'],
  [{ twoFactorEnabled: false, restricted: true }, 'Nothing to do, your Home’s admin manages it'],
  [{ guest: true }, 'Nothing to do, the Home’s admin manages it'],
  [{ anonymous: true }, 'Nothing to do, no account of your own yet'],
  [{}, 'plex.tv did not say'],
])('names what to do for the account: %j', (reply, security) => {
  expect(answer(reply, 'Security')).toBe(security);
});

test.each<[reply: object]>([
  [{ twoFactorEnabled: false }],
  [{ restricted: true, twoFactorEnabled: false }],
  [{ active: 'yes' }],
  [{ confirmed: true }],
])('does not contradict the Security panel: %j', (reply) => {
  const { attentionCount, answer: told } = securityView(accountFrom(reply), waitingSources, now);
  expect(answer(reply, 'Security').includes('[warn]')).toBe(attentionCount > 0);
  expect(answer(reply, 'Security').includes('othing to do')).toBe(
    /nothing (?:for you )?to do/i.test(told) || told.includes('nothing'),
  );
});

test.each<[reply: object, home: string]>([
  [{ home: true, homeSize: 3, maxHomeSize: 15, homeAdmin: true }, '3 people, you are the admin'],
  [{ home: true, homeSize: 3, maxHomeSize: 15, homeAdmin: false }, '3 people, of 15 seats'],
  [{ home: true, homeSize: 3, restricted: true }, '3 people, you are managed by the admin'],
  [{ home: true, homeSize: 3, guest: true }, '3 people, you use the guest seat'],
  [{ home: true, homeSize: 3 }, '3 people'],
  [{ home: true }, 'In a Home'],
  [{ home: true, homeSize: 1 }, 'Not in a Home'],
  [{ home: false, homeSize: 3 }, 'Not in a Home'],
  [{}, 'plex.tv did not say'],
  [{ home: 'yes', homeSize: 'many' }, 'plex.tv did not say'],
])('shows the members of the Home: %j', (reply, home) => {
  expect(answer(reply, 'Plex Home')).toBe(home);
});

test.each<[services: unknown, answer: string]>([
  [[{ token: 'x' }, { secret: 'y' }, {}], '3 services, 2 with a key for you'],
  [[{}], '1 service, none with a key for you'],
  [[], 'None on record'],
  ['none', 'plex.tv did not say'],
  [undefined, 'plex.tv did not say'],
])('counts the services and their keys: %j', (services, words) => {
  expect(answer({ services }, 'Services')).toBe(words);
});

test.each<[reply: object, signIn: string]>([
  [{ rememberExpiresAt: later }, '12 days left, until 3 May 2027'],
  [{ rememberExpiresAt: earlier }, 'Past its end, 26 April 2019 [warn]'],
  [{ rememberExpiresAt: null }, 'No end given'],
  [{}, 'plex.tv did not say'],
  [{ rememberExpiresAt: 'soon' }, 'Not believable, “soon”'],
])('shows how long the sign-in lasts: %j', (reply, signIn) => {
  expect(answer(reply, 'This sign-in')).toBe(signIn);
});
