import { beforeEach, expect, test } from 'vitest';
import type { PlexClient } from '../plex/http/client.ts';
import { Secret } from '../plex/secrets/secret.ts';
import { accountFrom } from '../test/account-from.ts';
import { fakePlexTv } from '../test/fake-plex-tv.ts';
import { fullReply } from '../test/full-reply.ts';
import { endAllSessions } from './end-session.ts';
import { createSession, type Session } from './session.ts';
import { storeSession } from './storage/store-session.ts';
import { rememberedSessions } from './storage/stored-session.ts';

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

function sessionOf(client: PlexClient, reply: object = {}): Session {
  const account = accountFrom({ ...fullReply, ...reply });
  return createSession({ client }, { account, details: { method: 'password', isRemembered: true } });
}

/** plex.tv, which ends every token. */
const endingPlexTv = () => fakePlexTv(() => new Response(null, { status: 204 }));
const tokens = (requests: Request[]) => requests.map(({ headers }) => headers.get('X-Plex-Token')).sort();

test('sends no request without a token', async () => {
  const { client, requests } = endingPlexTv();
  expect(await endAllSessions(sessionOf(client, { authToken: null }))).toBeUndefined();
  expect(requests).toEqual([]);
});

test('sign-out ends the token that another tab has stored for the session, and its own', async () => {
  const { client, requests } = endingPlexTv();
  const session = sessionOf(client);
  storeSession({ ...session, token: new Secret('newer-token') });
  await endAllSessions(session);
  expect(tokens(requests)).toEqual([fullReply.authToken, 'newer-token']);
  expect(Object.keys(localStorage).filter((key) => key.startsWith('plex-session:'))).toEqual([]);
});

test('sign-out ends the other remembered sessions of the account, and no other account', async () => {
  const { client, requests } = endingPlexTv();
  const session = sessionOf(client);
  const renamed = sessionOf(client, { authToken: 'renamed', email: 'new@example.com' });
  const other = sessionOf(client, { authToken: 'other', email: 'ben@example.com', uuid: 'ffffffffffffffff' });
  for (const each of [session, renamed, other]) storeSession(each);
  await endAllSessions(session);
  expect(tokens(requests)).toEqual([fullReply.authToken, 'renamed'].sort());
  expect(rememberedSessions().map(({ id }) => id)).toEqual([other.id]);
});

test('sign-out ends each token with the client identifier that it belongs to', async () => {
  const { client, requests } = endingPlexTv();
  const session = sessionOf(client);
  storeSession(sessionOf({ ...client, clientIdentifier: 'browser-2' }, { authToken: 'older-token' }));
  await endAllSessions(session);
  const sent = requests.map(({ headers }) => [headers.get('X-Plex-Token'), headers.get('X-Plex-Client-Identifier')]);
  expect(sent).toEqual([
    [fullReply.authToken, 'browser-1'],
    ['older-token', 'browser-2'],
  ]);
});
