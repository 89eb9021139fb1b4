import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Secret } from '../../plex/secrets/secret.ts';
import { accountFrom } from '../../test/account-from.ts';
import { fakePlexTv } from '../../test/fake-plex-tv.ts';
import { fullReply } from '../../test/full-reply.ts';
import { createSession } from '../session.ts';
import { storeSession } from '../storage/store-session.ts';
import { rememberedSessions } from '../storage/stored-session.ts';
import { endTokenUnlessUsed, findOtherToken, shareToken } from './share-token.ts';

let otherTab: BroadcastChannel | undefined;

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});
afterEach(() => {
  otherTab?.close();
  vi.useRealTimers();
});

/** Stops the time limit of the page: on a busy machine another tab answers late. */
const stopTimeLimit = () => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });

const token = new Secret('newer-token');
const account = { ...accountFrom(fullReply), authToken: token };

/** plex.tv, with the account behind the token. */
const plexTv = () =>
  fakePlexTv(({ method }) =>
    method === 'DELETE'
      ? new Response(null, { status: 204 })
      : Response.json({ ...fullReply, authToken: 'newer-token' }),
  );
const sent = (requests: Request[]) => requests.map(({ method, headers }) => [method, headers.get('X-Plex-Token')]);

/** Another tab with a session of the account. It takes over the token in a message. */
function openOtherTab(accountUuid: string) {
  const onMessage = vi.fn();
  const channel = new BroadcastChannel(`plex-account:${accountUuid}`);
  channel.onmessage = ({ data }) => {
    onMessage(data);
    if (data.kind === 'new-token') channel.postMessage({ kind: 'token-used', token: data.token });
  };
  otherTab = channel;
  return onMessage;
}

function storeOlderSession(reply: object = {}) {
  const older = accountFrom({ ...fullReply, authToken: 'older-token', ...reply });
  storeSession(
    createSession({ client: plexTv().client }, { account: older, details: { method: 'password', isRemembered: true } }),
  );
}

test('a remembered session of the account takes over the token of a new sign-in', async () => {
  storeOlderSession();
  expect(await shareToken(plexTv().client, account)).toBe(true);
  expect(rememberedSessions()).toMatchObject([{ token: 'newer-token' }]);
});

test('a remembered session with another client identifier keeps its token, which plex.tv has not replaced', async () => {
  storeOlderSession();
  const client = { ...plexTv().client, clientIdentifier: 'browser-2' };
  expect(await shareToken(client, account)).toBe(false);
  expect(rememberedSessions()).toMatchObject([{ token: 'older-token', clientIdentifier: 'browser-1' }]);
});

test('a remembered session with a pasted token keeps it', async () => {
  const pasted = accountFrom({ ...fullReply, authToken: 'pasted-token' });
  const details = { method: 'token', isRemembered: true } as const;
  storeSession(createSession({ client: plexTv().client }, { account: pasted, details }));
  expect(await shareToken(plexTv().client, account)).toBe(false);
  expect(rememberedSessions()).toMatchObject([{ token: 'pasted-token' }]);
});

test('finds the token of a remembered session when plex.tv has refused another, with no tab to ask', async () => {
  storeOlderSession();
  expect(await findOtherToken(fullReply.uuid, 'refused-token')).toMatchObject({
    token: 'older-token',
    clientIdentifier: 'browser-1',
  });
  expect(await findOtherToken(fullReply.uuid, 'older-token')).toBeUndefined();
  expect(await findOtherToken('ffffffffffffffff', 'refused-token')).toBeUndefined();
});

test('another tab with the account takes over the token of a new sign-in', async () => {
  stopTimeLimit();
  const onMessage = openOtherTab(fullReply.uuid);
  expect(await shareToken(plexTv().client, account)).toBe(true);
  expect(onMessage.mock.calls).toEqual([
    [{ kind: 'new-token', token: 'newer-token', endsAt: expect.any(Number), clientIdentifier: 'browser-1' }],
  ]);
});

test('a session of another account keeps its own token', async () => {
  storeOlderSession({ uuid: 'ffffffffffffffff' });
  const onMessage = openOtherTab('ffffffffffffffff');
  expect(await shareToken(plexTv().client, account)).toBe(false);
  expect(rememberedSessions()).toMatchObject([{ token: 'older-token' }]);
  expect(onMessage).not.toHaveBeenCalled();
});

test('a token that nobody uses is ended', async () => {
  const { client, requests } = plexTv();
  await endTokenUnlessUsed(client, token, account);
  expect(sent(requests)).toEqual([['DELETE', 'newer-token']]);
});

test('a token that another session uses is not ended', async () => {
  stopTimeLimit();
  openOtherTab(fullReply.uuid);
  const { client, requests } = plexTv();
  await endTokenUnlessUsed(client, token, account);
  expect(requests).toEqual([]);
});

test('asks plex.tv for the account of a token that is not known yet', async () => {
  stopTimeLimit();
  openOtherTab(fullReply.uuid);
  const { client, requests } = plexTv();
  await endTokenUnlessUsed(client, token);
  expect(sent(requests)).toEqual([['GET', 'newer-token']]);
});

test('ends a token for which plex.tv sends no account', async () => {
  const { client, requests } = fakePlexTv(({ method }) =>
    method === 'DELETE' ? new Response(null, { status: 204 }) : new Response('', { status: 503 }),
  );
  await endTokenUnlessUsed(client, token);
  expect(sent(requests)).toEqual([
    ['GET', 'newer-token'],
    ['DELETE', 'newer-token'],
  ]);
});
