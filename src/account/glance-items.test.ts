import { expect, test } from 'vitest';
import type { Device } from '../plex/access/devices.ts';
import type { AccountSources } from '../plex/access/sources.ts';
import { PlexError } from '../plex/errors/plex-error.ts';
import { deviceWith, friendWith, homeUserWith, homeWith, sharedServerWith } from '../test/access-data.ts';
import { accountFrom } from '../test/account-from.ts';
import { answeredSources, sourcesWith, waitingSources } from '../test/sources.ts';
import { glanceItems } from './glance-items.ts';
import { securityView } from './security/security.ts';

const now = new Date('2027-04-21T12:00:00Z');
const retry = () => undefined;
const sharedBy4 = { home: true, homeSize: 4, maxHomeSize: 15, homeAdmin: false };

/** "Two-factor is off, and no Home PIN [warn]" */
function answer(reply: object, wanted: string, sources = waitingSources): string {
  const item = glanceItems(accountFrom(reply), sources, now).find(({ title }) => title === wanted);
  const words = [item?.answer, item?.detail].filter(Boolean).join(', ');
  return item?.tone ? `${words} [${item.tone}]` : words;
}

const wellProtected = {
  twoFactorEnabled: true,
  backupCodesCreated: true,
  confirmed: true,
  hasPassword: true,
  experimentalFeatures: false,
  home: false,
  authToken: 'invented-token-12345',
  rememberExpiresAt: now.getTime() / 1000 + 10 * 86_400,
};
const sharedHome = { home: true, homeSize: 3, protected: false };

test.each<[reply: object, security: string]>([
  [{ twoFactorEnabled: false, confirmed: true }, 'Two-factor is off [warn]'],
  [{ twoFactorEnabled: false, ...sharedHome }, 'Two-factor is off, and no Home PIN [warn]'],
  [
    { twoFactorEnabled: true, backupCodesCreated: false, confirmed: false },
    'No backup codes, and e-mail not confirmed [warn]',
  ],
  [{ twoFactorEnabled: false, confirmed: false, ...sharedHome }, 'Two-factor is off, and 2 more to look at [warn]'],
  [{ twoFactorEnabled: true, backupCodesCreated: true }, 'Nothing to do, Not everything is known'],
  [wellProtected, 'Nothing to do, Two-factor is on [good]'],
  [{ twoFactorEnabled: false, restricted: true }, 'Nothing to do, your Home’s admin manages it'],
  [{ guest: true }, 'Nothing to do, the Home’s admin manages it'],
  [{ anonymous: true }, 'Nothing to do, no account of your own yet'],
])('names what to do for the account: %j', (reply, security) => {
  expect(answer(reply, 'Security', answeredSources)).toBe(security);
});

test('calls nothing done before plex.tv has answered what the checkup asks', () => {
  expect(answer(wellProtected, 'Security', { ...answeredSources, devices: waitingSources.devices })).toBe('Waiting…');
  const failed = { state: 'failed', error: new PlexError('serverError'), failedAt: now, retry } as const;
  expect(answer(wellProtected, 'Security', { ...answeredSources, devices: failed })).toBe(
    'Nothing to do, Not everything is known',
  );
  // The facts of the account itself are shown at once.
  expect(answer({ twoFactorEnabled: false, confirmed: true }, 'Security')).toBe('Two-factor is off [warn]');
});

test.each<[reply: object]>([
  [wellProtected],
  [{ twoFactorEnabled: false }],
  [{ restricted: true, twoFactorEnabled: false }],
  [{ active: 'yes' }],
  [{ confirmed: true }],
])('does not contradict the Security panel: %j', (reply) => {
  for (const sources of [waitingSources, answeredSources]) {
    const { attentionCount, answer: checkupAnswer } = securityView(accountFrom(reply), sources, now);
    const tile = answer(reply, 'Security', sources);
    expect(tile.includes('[warn]')).toBe(attentionCount > 0);
    expect(tile.includes('othing to do')).toBe(/nothing (?:for you )?to do/i.test(checkupAnswer));
  }
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

const friend = (owned: boolean) => friendWith({ sharedServers: [sharedServerWith({ owned })] });
const device = (lastSeenAt: Date) => deviceWith({ lastSeenAt });
const deviceList = (devices: Device[]) => ({ devices: { publicAddress: null, size: null, devices } });

test.each<[sources: Partial<AccountSources>, title: string, answer: string]>([
  [
    sourcesWith({ home: homeWith([homeUserWith({ title: 'Jonas', admin: true })]) }),
    'Plex Home',
    '4 people, Jonas is the admin',
  ],
  [sourcesWith({ home: homeWith([homeUserWith({ admin: true })]) }), 'Plex Home', '4 people, of 15 seats'],
  [sourcesWith(deviceList([])), 'Devices', 'None listed'],
  [sourcesWith(deviceList([device(now)])), 'Devices', '1 signed in'],
  [sourcesWith(deviceList([device(now), device(new Date('2019-01-01'))])), 'Devices', '2 signed in, 1 long unused'],
  [sourcesWith({ friends: [] }), 'Sharing', 'With nobody'],
  [sourcesWith({ friends: [friend(true), friend(false)] }), 'Sharing', 'With 1 person, 1 person shares with you'],
  [
    sourcesWith({ friends: [friend(true), friend(true)], invitations: [friendWith({})] }),
    'Sharing',
    'With 2 people, 1 invitation waits',
  ],
  [waitingSources, 'Devices', 'Waiting…'],
  [{ devices: { state: 'stopped', retry } }, 'Devices', 'Not loaded, you stopped waiting'],
  [{ devices: { state: 'unavailable', reason: 'gone' } }, 'Devices', 'Not available, plex.tv does not tell you'],
  [
    { friends: { state: 'failed', error: new PlexError('serverError'), failedAt: now, retry } },
    'Sharing',
    'Not loaded, the request failed',
  ],
])('shows who has access, or why that is not known: %#', (sources, title, words) => {
  expect(answer(sharedBy4, title, { ...waitingSources, ...sources })).toBe(words);
});
