import { expect, test } from 'vitest';
import { localNoon } from '../../test/local-noon.ts';
import { sampleSources } from '../../test/sample-sources.ts';
import type { ShareChoice } from './sensitive-data-finder.ts';
import { shareAccount } from './share-account.ts';

const now = localNoon('2026-11-26');
const everything: ShareChoice[] = ['dates', 'names', 'email', 'ids', 'avatar', 'people', 'addresses'];

const people = ['Jonas Lindqvist', 'jonas@example.com', 'Elsa', 'Priya Raman', 'priya.r', 'Henrik Dahl', 'Theo Brandt'];
const devices = ['Mara’s iPhone', 'Living room', 'Attic', 'Fjord'];
const addresses = ['198.51.100.24', '203.0.113.9', '192.168.1.20', 'hooks.example.com'];

async function share(login: string, format: 'sentences' | 'markdown' | 'json', shown: ShareChoice[]) {
  const { account, sources, sent } = await sampleSources(login, now);
  return { ...shareAccount(account, sources, format, new Set(shown), now), sent };
}

test.each(['sentences', 'markdown', 'json'] as const)(
  'leaves people, devices and addresses out of %s',
  async (format) => {
    const { text, leftOut } = await share('mara@example.com', format, []);
    expect([...people, ...devices, ...addresses].filter((word) => text.includes(word))).toEqual([]);
    expect(leftOut).toMatch(/\d+ values about other people and devices, \d+ network addresses/);
  },
);

test('includes people or addresses when the person ticks them', async () => {
  const { text: withPeople } = await share('mara@example.com', 'json', ['people']);
  expect([...people, ...devices].filter((word) => !withPeople.includes(word))).toEqual([]);
  expect(addresses.filter((word) => withPeople.includes(word))).toEqual([]);
  const { text: withAddresses } = await share('mara@example.com', 'json', ['addresses']);
  expect(addresses.filter((word) => !withAddresses.includes(word))).toEqual([]);
  expect(people.filter((word) => withAddresses.includes(word))).toEqual([]);
});

test.each(['mara@example.com', 'odd@example.com', 'managed'])('never shares a secret of %s', async (login) => {
  const { text, sent } = await share(login, 'json', everything);
  // The tokens of devices, servers and invitations, and the addresses of webhooks.
  const secrets = [...sent.matchAll(/(?:oken"?[:=]\s?"|\/plex\/)([\w-]{8,})/g)].map(([, secret = '']) => secret);
  if (login === 'mara@example.com') expect(secrets.length).toBeGreaterThan(40);
  expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
});

test('says in sentences how many devices, people and webhooks there are', async () => {
  const { text } = await share('mara@example.com', 'sentences', []);
  expect(text).toContain('43 devices are signed in, 2 of them servers, 31 not seen for over a year.');
  expect(text).toContain('Shares with 3 people. 1 person shares with this account. 1 invitation waits.');
  expect(text).toContain(
    'Playback data is not sent, library statistics are sent, plex.tv keeps what was watched, 2 webhooks.',
  );
});

test('shares valid JSON with the values of each request under its name', async () => {
  const { text } = await share('mara@example.com', 'json', []);
  const { access } = JSON.parse(text);
  expect(Object.keys(access)).toEqual([
    'home/users',
    'devices.xml',
    'friends',
    'friends?status=pending_received',
    'resources',
    'user/privacy',
    'user/view_state_sync',
    'user/settings/opt_outs',
    'user/webhooks',
  ]);
  expect(access['home/users'].users[0]).toMatchObject({
    title: '[other person hidden]',
    admin: true,
    protected: true,
  });
  expect(access['devices.xml'].devices).toHaveLength(43);
});
