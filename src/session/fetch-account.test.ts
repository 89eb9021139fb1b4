import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { accountFrom } from '../test/account-from.ts';
import { errorResponse } from '../test/error-response.ts';
import { fakePlexTv } from '../test/fake-plex-tv.ts';
import { fullReply } from '../test/full-reply.ts';
import { fetchAccount } from './fetch-account.ts';
import { createSession, type Session } from './session.ts';
import { storeSession, toStoredSession } from './storage/store-session.ts';
import { storedWaits } from './storage/stored-waits.ts';
import { watchSession } from './tabs/watch-session.ts';

let otherTab: BroadcastChannel | undefined;
const onMessage = vi.fn();

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  onMessage.mockClear();
});

afterEach(() => {
  otherTab?.close();
  vi.useRealTimers();
});

/** Ada's session with this token, and a plex.tv that accepts only the given tokens. */
function signedIn(token: string | null, ...accepted: string[]) {
  const { client, requests } = fakePlexTv(({ headers }) =>
    accepted.includes(headers.get('X-Plex-Token') ?? '')
      ? Response.json({ ...fullReply, authToken: token })
      : errorResponse(401, 1001, 'User could not be authenticated'),
  );
  const account = accountFrom({ ...fullReply, authToken: token });
  const details = { method: 'password', isRemembered: true } as const;
  const session = createSession({ client }, { account, details });
  listenTo(session);
  return { session, requests };
}

/** Listens as another tab of the session. */
function listenTo({ id }: Session) {
  otherTab?.close();
  otherTab = new BroadcastChannel(`plex-session:${id}`);
  otherTab.onmessage = ({ data }) => onMessage(data);
}

const { signal } = new AbortController();

const tokens = (requests: Request[]) => requests.map(({ headers }) => headers.get('X-Plex-Token'));

test('sends the reply to the other tabs and stores nothing of it', async () => {
  const { session } = signedIn('token', 'token');
  storeSession(session);
  const before = { ...localStorage, ...sessionStorage };
  expect(await fetchAccount(session, signal)).toMatchObject({ title: 'Ada' });
  await vi.waitFor(() => expect(onMessage).toHaveBeenCalledOnce());
  expect(onMessage.mock.lastCall).toEqual([{ kind: 'reply', reply: { ...fullReply, authToken: 'token' } }]);
  expect({ ...localStorage, ...sessionStorage }).toEqual(before);
});

/** Fails when a message was sent before this one. */
async function expectNoMessage({ id }: Session) {
  const third = new BroadcastChannel(`plex-session:${id}`);
  third.postMessage('the last');
  await vi.waitFor(() => expect(onMessage).toHaveBeenCalled());
  third.close();
  expect(onMessage.mock.calls).toEqual([['the last']]);
  onMessage.mockClear();
}

test('sends nothing to a page of the same origin that does not know the session', async () => {
  const { session } = signedIn('token', 'token');
  const spy = vi.fn();
  const elsewhere = new BroadcastChannel('plex-session');
  elsewhere.onmessage = spy;
  await fetchAccount(session, signal);
  await vi.waitFor(() => expect(onMessage).toHaveBeenCalledOnce());
  elsewhere.close();
  expect(spy).not.toHaveBeenCalled();
});

test('sends no reply of the sample, and no failure', async () => {
  const sample: Session = { ...signedIn('token', 'token').session, requestedStorage: 'page' };
  await fetchAccount(sample, signal);
  await expectNoMessage(sample);
  const { session } = signedIn('dead');
  await expect(fetchAccount(session, signal)).rejects.toMatchObject({ kind: 'signedOut' });
  await expectNoMessage(session);
});

describe('where Web Locks', () => {
  afterEach(() => {
    Reflect.deleteProperty(navigator, 'locks');
  });

  function provideLocks(
    request: (name: string, options: LockOptions, use: (lock: Lock | null) => unknown) => Promise<unknown>,
  ) {
    Object.defineProperty(navigator, 'locks', { configurable: true, value: { request } });
  }

  const lock = { name: 'lock', mode: 'exclusive' } as const;

  test('fail, the account is fetched without a lock', async () => {
    provideLocks(() => Promise.reject(new DOMException('Cookies are blocked.', 'SecurityError')));
    const { session, requests } = signedIn('token', 'token');
    expect(await fetchAccount(session, signal)).toMatchObject({ title: 'Ada' });
    expect(requests).toHaveLength(1);
  });

  test('are stolen, the account is still fetched', async () => {
    provideLocks(async (_, __, use) => {
      void use(lock);
      throw new DOMException('The lock was stolen.', 'AbortError');
    });
    const { session, requests } = signedIn('token', 'token');
    expect(await fetchAccount(session, signal)).toMatchObject({ title: 'Ada' });
    expect(requests).toHaveLength(1);
  });

  test('are never released by another page, the account is fetched after a short wait', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    provideLocks((_, { ifAvailable, signal: stop }, use) =>
      ifAvailable
        ? Promise.resolve(use(null))
        : new Promise((_, reject) => stop?.addEventListener('abort', () => reject(stop.reason))),
    );
    const { session, requests } = signedIn('token', 'token');
    const fetched = fetchAccount(session, signal);
    await vi.advanceTimersByTimeAsync(4000);
    expect(requests).toEqual([]);
    await vi.advanceTimersByTimeAsync(2000);
    vi.useRealTimers();
    expect(await fetched).toMatchObject({ title: 'Ada' });
    expect(requests).toHaveLength(1);
  });

  test('work, no lock name gives away the name of the tabs’ channel', async () => {
    const names: string[] = [];
    provideLocks(async (name, _, use) => {
      names.push(name);
      return use(lock);
    });
    const { session } = signedIn('token', 'token');
    await fetchAccount(session, signal);
    expect(names).toHaveLength(1);
    expect(names[0]).not.toContain(session.id);
  });
});

test('a reply that cannot be sent to other tabs is shown here', async () => {
  const nested = '['.repeat(20_000) + ']'.repeat(20_000);
  const { client } = fakePlexTv(() => new Response(`{"title":"Ada","id":1,"unknown":${nested}}`));
  const { session } = signedIn('token', 'token');
  expect(await fetchAccount({ ...session, client }, signal)).toMatchObject({ title: 'Ada' });
});

test('uses the newer token of another tab when its own is dead', async () => {
  const { session, requests } = signedIn('old', 'new');
  const stored = toStoredSession(session);
  localStorage.setItem(`plex-session:${session.id}`, JSON.stringify({ ...stored, token: 'new' }));
  expect(await fetchAccount(session, signal)).toMatchObject({ title: 'Ada' });
  expect(tokens(requests)).toEqual(['old', 'new']);
});

/** Another session of the account, which uses this token. Stops the page's time limit: a busy machine answers late. */
function openOtherSession(offer: object) {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const channel = new BroadcastChannel(`plex-account:${fullReply.uuid}`);
  channel.onmessage = ({ data }) => {
    if (data.kind === 'token-wanted') channel.postMessage({ kind: 'new-token', ...offer });
  };
  return channel;
}

test('uses the token of another session of the account when its own is dead', async () => {
  const { session, requests } = signedIn('old', 'other');
  const other = openOtherSession({ token: 'other', endsAt: Date.now() });
  expect(await fetchAccount(session, signal)).toMatchObject({ title: 'Ada' });
  other.close();
  expect(tokens(requests)).toEqual(['old', 'other']);
});

test('adopts the token of another session, with the client identifier that it belongs to', async () => {
  const { session, requests } = signedIn('old', 'other');
  const endsAt = Date.now() + 86_400_000;
  const other = openOtherSession({ token: 'other', endsAt, clientIdentifier: 'browser-2' });
  const events = { onEnded: vi.fn(), onChanged: vi.fn(), onReply: vi.fn() };
  const stopWatching = watchSession(session, events);
  await fetchAccount(session, signal);
  other.close();
  stopWatching();
  expect(requests.map(({ headers }) => headers.get('X-Plex-Client-Identifier'))).toEqual(['browser-1', 'browser-2']);
  const adopted = { ...toStoredSession(session), token: 'other', endsAt, clientIdentifier: 'browser-2' };
  expect(events.onChanged.mock.calls).toEqual([[adopted, 'browser']]);
  await vi.waitFor(() =>
    expect(onMessage.mock.calls.map(([message]) => message)).toContainEqual({
      kind: 'changed',
      stored: adopted,
      area: 'browser',
    }),
  );
});

test('asks once and reports the dead token when there is no newer one', async () => {
  const { session, requests } = signedIn('dead');
  storeSession(session);
  await expect(fetchAccount(session, signal)).rejects.toMatchObject({ endsSession: true });
  expect(tokens(requests)).toEqual(['dead']);
});

test('sends no request without a token', async () => {
  const { session, requests } = signedIn(null);
  await expect(fetchAccount(session, signal)).rejects.toMatchObject({ kind: 'noToken' });
  expect(requests).toEqual([]);
});

test('stores the new end when plex.tv has moved it', async () => {
  const { session } = signedIn('token', 'token');
  storeSession(session);
  const inTwentyDays = Math.round(Date.now() / 1000) + 20 * 86_400;
  const { client } = fakePlexTv(() => Response.json({ ...fullReply, rememberExpiresAt: inTwentyDays }));
  await fetchAccount({ ...session, client }, signal);
  expect(localStorage.getItem(`plex-session:${session.id}`)).toContain(`"endsAt":${inTwentyDays}000`);
});

describe('while plex.tv asks to wait', () => {
  afterEach(() => vi.useRealTimers());

  test('sends no request, also after a reload of the page, and says until when', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const limited = () => errorResponse(429, 1003, 'API rate limit exceeded', { 'Retry-After': '60' });
    const before = fakePlexTv(limited);
    const { session } = signedIn('token', 'token');
    const load = (client: Session['client']) =>
      fetchAccount({ ...session, client: { ...client, waits: storedWaits } }, signal);
    await expect(load(before.client)).rejects.toMatchObject({ kind: 'rateLimited' });
    const retryAt = new Date(Date.now() + 60_000);
    // A new page has a new client.
    const after = fakePlexTv(() => Response.json(fullReply));
    vi.setSystemTime(Date.now() + 59_000);
    await expect(load(after.client)).rejects.toMatchObject({ kind: 'rateLimited', details: { retryAt } });
    expect([before.requests.length, after.requests.length]).toEqual([1, 0]);
    vi.setSystemTime(Date.now() + 2000);
    expect(await load(after.client)).toMatchObject({ title: 'Ada' });
  });
});
