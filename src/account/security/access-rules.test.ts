import { expect, test } from 'vitest';
import type { AccountSources } from '../../plex/access/sources.ts';
import type { Webhook } from '../../plex/access/webhooks.ts';
import { PlexError } from '../../plex/errors/plex-error.ts';
import { deviceWith, friendWith, homeUserWith, homeWith, resourceWith } from '../../test/access-data.ts';
import { accountFrom } from '../../test/account-from.ts';
import { localNoon } from '../../test/local-noon.ts';
import { sourcesWith, waitingSources } from '../../test/sources.ts';
import { checkup } from './checkup.ts';

const now = localNoon('2026-11-26');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

/** "attention: 2 devices have not been seen for a year" */
function finding(id: string, sources: AccountSources, reply: object = {}): string | undefined {
  const check = checkup(accountFrom(reply), sources, now).checks.find((candidate) => candidate.id === id);
  return check && `${check.verdict}: ${check.title}`;
}

function devices(...lastSeen: (Date | null)[]) {
  const list = lastSeen.map((lastSeenAt) => deviceWith({ lastSeenAt, product: 'Plex Web' }));
  return sourcesWith({ devices: { publicAddress: null, size: null, devices: list } });
}

test.each<[lastSeen: (Date | null)[], finding: string]>([
  [[], 'not-applicable: No devices are listed'],
  [[now, daysAgo(360)], 'good: Every device was seen within a year'],
  [[now, null], 'good: Every device was seen within a year'],
  [[now, daysAgo(370)], 'attention: 1 device has not been seen for a year'],
  [[daysAgo(400), daysAgo(2000)], 'attention: 2 devices have not been seen for a year'],
])('looks for devices that are long unused', (lastSeen, expected) => {
  expect(finding('devices', devices(...lastSeen))).toBe(expected);
});

test('leaves servers out of the long-unused devices', () => {
  const server = deviceWith({ lastSeenAt: daysAgo(900), provides: ['server'] });
  const sources = sourcesWith({ devices: { publicAddress: null, size: null, devices: [server] } });
  expect(finding('devices', sources)).toBe('good: Every device was seen within a year');
});

test.each<[resources: Parameters<typeof resourceWith>[0][], finding: string]>([
  [[], 'not-applicable: You have no media server'],
  [[{ productVersion: '1.43.0.10492' }], 'good: No media server is far behind'],
  [[{ productVersion: '9.99.0' }], 'good: No media server is far behind'],
  [[{ productVersion: null }], 'good: No media server is far behind'],
  [[{ productVersion: '1.41.3.9314' }], 'attention: A media server is over a year out of date'],
  [[{ productVersion: '1.41.3.9314', owned: false }], 'not-applicable: You have no media server'],
  [
    [{ productVersion: '1.41.3.9314' }, { productVersion: '1.32.5.7349' }],
    'attention: Two media servers are over a year out of date',
  ],
])('looks for own servers that are far behind', (resources, expected) => {
  expect(finding('servers', sourcesWith({ resources: resources.map(resourceWith) }))).toBe(expected);
});

const web = (host: string, isEncrypted = true): Webhook => ({ url: null, host, isEncrypted });

test.each<[webhooks: Webhook[], finding: string]>([
  [[], 'good: No webhook is set up'],
  [[web('192.168.1.20:8181', false)], 'good: Your webhooks stay in your network'],
  [[web('hooks.example.com')], 'information: 1 webhook to the internet'],
  [[web('a.example.com'), web('b.example.com')], 'information: 2 webhooks to the internet'],
  [[web('hooks.example.com', false)], 'attention: A webhook tells the internet what you play, without encryption'],
  [[{ url: null, host: null, isEncrypted: null }], 'information: 1 webhook to the internet'],
])('names webhooks to the internet, and warns of one without encryption', (webhooks, expected) => {
  expect(finding('webhooks', sourcesWith({ webhooks }))).toBe(expected);
});

test.each<[dates: (Date | null)[], finding: string]>([
  [[], 'not-applicable: No invitation waits'],
  [[null], 'good: 1 invitation waits for your answer'],
  [[daysAgo(3), daysAgo(20)], 'good: 2 invitations wait for your answer'],
  [[daysAgo(3), daysAgo(60)], 'information: An invitation has waited since 27 September 2026'],
])('looks for invitations that have waited for long', (dates, expected) => {
  const invitations = dates.map((createdAt) => friendWith({ createdAt }));
  expect(finding('invitations', sourcesWith({ invitations }))).toBe(expected);
});

const kid = { uuid: 'k', title: 'Leo', restricted: true, protected: false };
const adult = { uuid: 'a', title: 'Bea', restricted: false, protected: false };

test.each<[users: object[], reply: object, finding: string | undefined]>([
  [[kid, adult], { homeAdmin: true }, 'information: A managed member can switch to somebody without a PIN'],
  [
    [kid, { ...adult, protected: true }],
    { homeAdmin: true },
    'not-applicable: No managed member can get around a restriction',
  ],
  [[adult], { homeAdmin: true }, 'not-applicable: No managed member can get around a restriction'],
  [[kid, adult], { homeAdmin: false }, undefined],
])('tells the admin of a Home about members without a PIN', (users, reply, expected) => {
  const home = homeWith(users.map(homeUserWith));
  expect(finding('member-pins', sourcesWith({ home }), { uuid: 'me', ...reply })).toBe(expected);
});

test('names who can switch to you when you have no Home PIN', () => {
  const home = homeWith([homeUserWith({ uuid: 'me', title: 'Mara' }), homeUserWith(adult), homeUserWith(kid)]);
  const account = accountFrom({ uuid: 'me', home: true, homeSize: 3, protected: false });
  const why = (sources: AccountSources) =>
    checkup(account, sources, now).checks.find(({ id }) => id === 'home-pin')?.why;
  expect(why(sourcesWith({ home }))).toBe('Bea and Leo can switch to you without a password.');
  expect(why(waitingSources)).toBe('Anyone in your Home can switch to you without a password.');
});

test('says nothing until plex.tv answers, and calls nothing good without an answer', () => {
  const ids = ['devices', 'servers', 'webhooks', 'invitations'];
  const verdicts = (sources: AccountSources) => ids.map((id) => finding(id, sources)?.split(':')[0]);
  expect(verdicts(waitingSources)).toEqual([undefined, undefined, undefined, undefined]);
  const failed = {
    state: 'failed',
    error: new PlexError('serverError'),
    failedAt: now,
    retry: () => undefined,
  } as const;
  const slow = { state: 'waiting', isSlow: true, stop: () => undefined } as const;
  for (const source of [failed, slow]) {
    const sources = { ...waitingSources, devices: source, resources: source, webhooks: source, invitations: source };
    expect(verdicts(sources)).toEqual(['unknown', 'unknown', 'unknown', 'unknown']);
  }
});

test('does not call webhooks unknown when they need a Plex Pass', () => {
  const sources = { ...waitingSources, webhooks: { state: 'unavailable', reason: 'needs-plex-pass' } } as const;
  expect(finding('webhooks', sources)).toBe('not-applicable: You have no webhooks');
});
