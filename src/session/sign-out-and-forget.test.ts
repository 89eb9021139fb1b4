import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { accountFrom } from '../test/account-from.ts';
import { fakePlexTv, neverAnswer } from '../test/fake-plex-tv.ts';
import { fullReply } from '../test/full-reply.ts';
import { createSession } from './session.ts';
import { signOutAndForget } from './sign-out-and-forget.ts';
import { endReasonOf, isMarkKey } from './storage/ended-sessions.ts';
import { restoreSession } from './storage/restore-session.ts';
import { storeSession } from './storage/store-session.ts';
import { watchSession } from './tabs/watch-session.ts';

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const ended = () => new Response(null, { status: 204 });

function storeSessions(client = fakePlexTv(ended).client) {
  return (['tab', 'browser'] as const).map((area) => {
    const account = accountFrom({ ...fullReply, authToken: `token-of-${area}` });
    const details = { method: 'password', isRemembered: area === 'browser' } as const;
    const session = createSession({ client }, { account, details, clientIdentifier: `identifier-of-${area}` });
    storeSession(session);
    return session;
  });
}

test('ends every stored token at plex.tv, also after the page closes, and forgets every session', async () => {
  const { client, requests } = fakePlexTv(ended);
  const sessions = storeSessions(client);
  sessionStorage.setItem('plex-pin', '{"id":7}');
  localStorage.setItem('plex-pin-waiting:1', '1');
  await signOutAndForget(client);
  expect(
    requests.map(({ method, url, headers, keepalive }) => [
      method,
      new URL(url).pathname,
      headers.get('X-Plex-Token'),
      headers.get('X-Plex-Client-Identifier'),
      keepalive,
    ]),
  ).toEqual([
    ['DELETE', '/api/v2/users/signout', 'token-of-tab', 'identifier-of-tab', true],
    ['DELETE', '/api/v2/users/signout', 'token-of-browser', 'identifier-of-browser', true],
  ]);
  expect({ ...sessionStorage }).toEqual({});
  const marks = Object.keys(localStorage).filter((key) => !key.startsWith('plex-ended:account:'));
  expect(marks.sort()).toEqual(sessions.map(({ id }) => `plex-ended:${id}`).sort());
  expect(restoreSession(client, new Date())).toEqual({ kind: 'none' });
});

test('keeps the identifier of the browser, the marks of ended sessions and the theme', async () => {
  const kept = { 'plex-client-identifier': 'a', 'plex-ended:b': 'c', theme: 'dark' };
  for (const [key, value] of Object.entries(kept)) localStorage.setItem(key, value);
  const { client, requests } = fakePlexTv(ended);
  await signOutAndForget(client);
  expect({ ...localStorage }).toEqual(kept);
  expect(requests).toEqual([]);
});

test.each([
  ['damaged', '{"version":1,"token":"the-token","id'],
  ['of a newer version', '{"version":99,"form":{"token": "the-token"}}'],
  ['of a version without client identifier', '{"version":1,"token":"the-token"}'],
])('ends the token of an entry that is %s', async (_, entry) => {
  localStorage.setItem('plex-session:x', entry);
  const { client, requests } = fakePlexTv(ended);
  await signOutAndForget(client);
  expect(requests.map(({ headers }) => headers.get('X-Plex-Token'))).toEqual(['the-token']);
  expect(requests[0]?.headers.get('X-Plex-Client-Identifier')).toBe('browser-1');
  expect(localStorage.getItem('plex-session:x')).toBeNull();
});

test('sends one request for a token that is stored twice', async () => {
  localStorage.setItem('plex-session:x', '{"token":"the-token"}');
  sessionStorage.setItem('plex-session:x', '{"token":"the-token"}');
  const { client, requests } = fakePlexTv(ended);
  await signOutAndForget(client);
  expect(requests).toHaveLength(1);
});

test.each([
  ['cannot be reached', () => Promise.reject(new TypeError('Failed to fetch'))],
  ['refuses', () => new Response(null, { status: 500 })],
  [
    'breaks fetch itself',
    () => {
      throw new Error('no fetch');
    },
  ],
])('forgets the sessions although plex.tv %s', async (_, answer) => {
  storeSessions();
  await signOutAndForget(fakePlexTv(answer).client);
  expect(JSON.stringify([{ ...localStorage }, { ...sessionStorage }])).not.toContain('token-of');
});

test('waits three seconds at most, and has forgotten the sessions before', async () => {
  vi.useFakeTimers();
  storeSessions();
  const done = vi.fn();
  void signOutAndForget(fakePlexTv(neverAnswer).client).then(done);
  expect(JSON.stringify([{ ...localStorage }, { ...sessionStorage }])).not.toContain('token-of');
  await vi.advanceTimersByTimeAsync(2999);
  expect(done).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(done).toHaveBeenCalledOnce();
});

test('ends the sessions in other tabs', async () => {
  const [, remembered] = storeSessions();
  const events = { onEnded: vi.fn(), onChanged: vi.fn(), onReply: vi.fn() };
  const stopWatching = watchSession({ id: remembered?.id ?? '' }, events);
  await signOutAndForget(fakePlexTv(ended).client);
  // A browser sends this event to every tab but the one that wrote.
  window.dispatchEvent(new StorageEvent('storage', { key: `plex-ended:${remembered?.id}` }));
  expect(events.onEnded).toHaveBeenCalledWith('signed-out');
  stopWatching();
});

test('ends the sessions of the same account that other tabs hold', async () => {
  const [, remembered] = storeSessions();
  const { accountUuid = '' } = remembered ?? {};
  const inOtherTab = { id: 'another-session', accountUuid };
  const events = { onEnded: vi.fn(), onChanged: vi.fn(), onReply: vi.fn() };
  const stopWatching = watchSession(inOtherTab, events);
  await signOutAndForget(fakePlexTv(ended).client);
  expect(endReasonOf(inOtherTab)).toBe('signed-out');
  const written = Object.keys(localStorage).find((key) => isMarkKey(key, inOtherTab)) ?? null;
  window.dispatchEvent(new StorageEvent('storage', { key: written }));
  expect(events.onEnded).toHaveBeenCalledWith('signed-out');
  expect(Object.keys(localStorage).join()).not.toContain(accountUuid);
  stopWatching();
  const ofAnotherAccount = { id: 'another-session', accountUuid: 'ffffffffffffffff' };
  expect(endReasonOf(ofAnotherAccount)).toBeUndefined();
});

test('keeps how long plex.tv asked to wait', async () => {
  sessionStorage.setItem('plex-wait:sign-in', 'rateLimited 1');
  await signOutAndForget(fakePlexTv(ended).client);
  expect({ ...sessionStorage }).toEqual({ 'plex-wait:sign-in': 'rateLimited 1' });
});

test('does nothing where storage is blocked', async () => {
  for (const name of ['localStorage', 'sessionStorage'] as const) {
    vi.spyOn(window, name, 'get').mockImplementation(() => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    });
  }
  const { client, requests } = fakePlexTv(ended);
  await signOutAndForget(client);
  expect(requests).toEqual([]);
});

test('forgets the sessions where storage is full', async () => {
  storeSessions();
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
  });
  const { client, requests } = fakePlexTv(ended);
  await signOutAndForget(client);
  expect(requests).toHaveLength(2);
  expect(JSON.stringify([{ ...localStorage }, { ...sessionStorage }])).not.toContain('token-of');
});
