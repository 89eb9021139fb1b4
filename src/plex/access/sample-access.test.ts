import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { sampleLogins } from '../../sample/sample-logins.ts';
import { revealSecrets } from '../../test/reveal-secrets.ts';
import { sampleSession } from '../../test/sample-session.ts';
import { Secret } from '../secrets/secret.ts';
import type { AccessReply } from './access-reply.ts';
import { getDevices } from './devices.ts';
import { getFriends } from './friends.ts';
import { getHome } from './home-users.ts';
import { getOptOuts } from './opt-outs.ts';
import { getPrivacySettings } from './privacy-settings.ts';
import { getResources } from './resources.ts';
import { getWatchStateSync } from './watch-state-sync.ts';
import { getWebhooks } from './webhooks.ts';

/** Every reply about access to the account of a login, and the texts that plex.tv sent. Refused ones are left out. */
async function readAll(login: string) {
  const { session } = await sampleSession(login);
  const sent: string[] = [];
  const client = {
    ...session.client,
    fetch: async (request: Request) => {
      const response = await session.client.fetch(request);
      sent.push(await response.clone().text());
      return response;
    },
  };
  const token = session.token ?? new Secret('');
  const calls = [
    getHome(client, token),
    getDevices(client, token),
    getFriends(client, 'accepted', token),
    getFriends(client, 'pending_received', token),
    getResources(client, token),
    getPrivacySettings(client, token),
    getWatchStateSync(client, token),
    getOptOuts(client, session.accountUuid ?? 'none', token),
    getWebhooks(client, token),
  ];
  const settled = await Promise.allSettled<AccessReply<unknown>>(calls);
  const replies = settled.flatMap((reply) => (reply.status === 'fulfilled' ? [reply.value] : []));
  return { replies, sent: sent.join('\n'), refused: settled.length - replies.length };
}

const credential = /(?:token|[aA]ccessToken|[iI]nviteToken|apiKey|secretPlan)"?[=:] ?"([^"]+)"/g;
const accounts = sampleLogins.filter(({ kind, login }) => kind === 'account' || login === 'no-devices@example.com');

test.each(accounts)('$login: everything is read, and no credential of another device or person', async ({ login }) => {
  const { replies, sent, refused } = await readAll(login);
  const credentials = [...sent.matchAll(credential)].map(([, text = '']) => text);
  if (login !== 'no-devices@example.com') expect(credentials.length).toBeGreaterThan(2);
  const kept = inspect(revealSecrets(replies), { depth: null, maxArrayLength: null });
  for (const text of credentials) expect(kept).not.toContain(text);
  const hasNoWebhooks = ['nina@example.com', 'ida@example.com'].includes(login);
  expect(refused).toBe(login === 'managed' ? 3 : Number(hasNoWebhooks));
  if (login === 'odd@example.com') return;
  const rests = replies.map(({ unexpectedValues, unknownFields }) => ({ unexpectedValues, unknownFields }));
  expect(rests).toEqual(rests.map(() => ({ unexpectedValues: [], unknownFields: [] })));
});

test('the odd account: odd values are dropped or shown as text, and the others stay', async () => {
  const { replies } = await readAll('odd@example.com');
  expect(replies).toHaveLength(9);
  const issues = replies.flatMap(({ unexpectedValues }) => unexpectedValues);
  expect(issues.length).toBeGreaterThan(10);
  expect(JSON.stringify(replies)).toContain('teal');
});
