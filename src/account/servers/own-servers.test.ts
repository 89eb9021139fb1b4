// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { readDevices } from '../../plex/access/devices.ts';
import { getResources } from '../../plex/access/resources.ts';
import { Secret } from '../../plex/secrets/secret.ts';
import { localNoon } from '../../test/local-noon.ts';
import { sampleSession } from '../../test/sample-session.ts';
import { sourcesWith } from '../../test/sources.ts';
import { hasAllServers } from './own-servers.ts';

const now = localNoon('2026-11-25');
const devices = readDevices(
  '<MediaContainer><Device name="Attic" provides="server" clientIdentifier="attic"/><Device name="Phone"/></MediaContainer>',
).data;
const server = (clientIdentifier: string, owned = true) => ({ clientIdentifier, owned, provides: 'server' });

test.each<[resources: object[], hasAll: boolean]>([
  [[server('attic')], true],
  [[server('attic'), server('cabin')], true],
  [[server('cabin')], false],
  [[server('attic', false)], false],
  [[], false],
])('whether the resources %j list every server that is signed in: %s', async (resources, hasAll) => {
  const { session } = await sampleSession('mara@example.com');
  const client = { ...session.client, fetch: async () => Response.json(resources) };
  const { data } = await getResources(client, new Secret('token'));
  expect(hasAllServers(sourcesWith({ devices, resources: data }), now)).toBe(hasAll);
});

test('knows of no servers before the resources were read', () => {
  expect(hasAllServers(sourcesWith({ devices }), now)).toBe(false);
});
