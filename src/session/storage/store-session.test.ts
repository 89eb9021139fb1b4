import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { accountFrom } from '../../test/account-from.ts';
import { fakePlexTv } from '../../test/fake-plex-tv.ts';
import { fullReply } from '../../test/full-reply.ts';
import { forgetSession } from '../end-session.ts';
import { createSession, type Session, type StorageLocation } from '../session.ts';
import { otherSessionsOfAccount } from '../tabs/other-sessions.ts';
import { peekSession } from './peek-session.ts';
import { restoreSession } from './restore-session.ts';
import { removeSession, storeSession, updateStoredExpiry } from './store-session.ts';

const now = new Date('2026-11-23T12:00:00Z');
const day = 24 * 3_600_000;
const days = (count: number) => new Date(now.getTime() + count * day);
const { client } = fakePlexTv(() => Response.error());

beforeEach(() => {
  vi.useFakeTimers({ now, toFake: ['Date'] });
  localStorage.clear();
  sessionStorage.clear();
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Ada's session. Her reply is full of secrets. */
function signedIn(requestedStorage: StorageLocation, reply: object = {}): Session {
  const end = days(14).getTime() / 1000;
  const account = accountFrom({ ...fullReply, rememberExpiresAt: end, ...reply });
  const session = createSession(
    { client },
    { account, details: { method: 'password', isRemembered: requestedStorage === 'browser' } },
  );
  return requestedStorage === 'page' ? { ...session, requestedStorage } : session;
}

const tab = () => Object.values({ ...sessionStorage });
const browser = () => Object.values({ ...localStorage });
/** Closes the tab and opens the page in another. */
const openAnotherTab = () => sessionStorage.clear();

/** The restored session; the whole result when there is none. */
function restored(at: Date = now) {
  const peeked = peekSession(at);
  const result = restoreSession(client, at);
  const session = result.kind === 'session' ? result.session : undefined;
  // The request that leaves before the app's script must be for the same session.
  expect([peeked?.id, peeked?.token]).toEqual([session?.id, session?.token?.reveal()]);
  return session ?? result;
}

const none = { kind: 'none' };

/** Makes writing fail in one storage, or in both. */
function fillStorage(store?: Storage) {
  const { setItem } = Storage.prototype;
  return vi.spyOn(Storage.prototype, 'setItem').mockImplementation(function (this: Storage, key, value) {
    if (!store || this === store) throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    setItem.call(this, key, value);
  });
}

function blockStorage() {
  for (const name of ['localStorage', 'sessionStorage'] as const) {
    vi.spyOn(window, name, 'get').mockImplementation(() => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    });
  }
}

describe('storing a session', () => {
  test.each(['tab', 'browser'] as const)(
    'stores its token, end, login and method in the %s only',
    (requestedStorage) => {
      const session = signedIn(requestedStorage);
      expect(storeSession(session)).toBe(requestedStorage);
      const stored = {
        version: 1,
        id: session.id,
        token: fullReply.authToken,
        endsAt: days(14).getTime(),
        login: 'ada@example.com',
        method: 'password',
        accountUuid: fullReply.uuid,
        clientIdentifier: 'browser-1',
      };
      const [inTab, inBrowser] =
        requestedStorage === 'tab'
          ? [[session.id, JSON.stringify(stored)], []]
          : [[session.id], [JSON.stringify(stored)]];
      expect(tab().sort()).toEqual(inTab.sort());
      expect(browser()).toEqual(inBrowser);
    },
  );

  test('stores nothing of the sample plex.tv, or without a token', () => {
    expect(storeSession(signedIn('page'))).toBe('page');
    expect(storeSession(signedIn('browser', { authToken: null }))).toBe('page');
    expect([...tab(), ...browser()]).toEqual([]);
  });

  test('stores the username where there is no e-mail, and no text that is too long for a login', () => {
    storeSession(signedIn('browser', { email: '' }));
    expect(restored()).toMatchObject({ login: 'ada' });
    localStorage.clear();
    storeSession(signedIn('browser', { email: 'x'.repeat(400) }));
    openAnotherTab();
    expect(restored()).toMatchObject({ login: '' });
  });

  test('moves when the person chooses another storage, and is never in two', () => {
    const session = signedIn('tab');
    storeSession(session);
    expect(storeSession({ ...session, requestedStorage: 'browser' })).toBe('browser');
    expect(tab()).toEqual([session.id]);
    expect(storeSession({ ...session, requestedStorage: 'tab' })).toBe('tab');
    expect(browser()).toEqual([]);
  });

  test('stores nothing more when another tab has ended the session', () => {
    const session = signedIn('browser');
    storeSession(session);
    forgetSession(session, 'signed-out');
    storeSession(session);
    updateStoredExpiry(session.id, days(20), now);
    expect(JSON.stringify([tab(), browser()])).not.toContain(fullReply.authToken);
  });
});

describe('when storage fails', () => {
  test('blocked: the session lasts as long as the page', () => {
    blockStorage();
    expect(storeSession(signedIn('browser'))).toBe('page');
    expect(storeSession(signedIn('tab'))).toBe('page');
    expect(restored()).toEqual(none);
  });

  test('full: the session lasts as long as the page', () => {
    fillStorage();
    expect(storeSession(signedIn('browser'))).toBe('page');
    expect(storeSession(signedIn('tab'))).toBe('page');
  });

  test('full in the browser only: the tab stores the session', () => {
    const session = signedIn('browser');
    fillStorage(localStorage);
    expect(storeSession(session)).toBe('tab');
    expect(browser()).toEqual([]);
    expect(restored()).toMatchObject({ id: session.id, requestedStorage: 'tab' });
  });

  test('blocked at sign-out: the session still ends', () => {
    const session = signedIn('browser');
    blockStorage();
    expect(() => forgetSession(session, 'signed-out')).not.toThrow();
  });
});

describe('restoring a session', () => {
  test.each(['tab', 'browser'] as const)('finds it after a reload, in the %s', (requestedStorage) => {
    const session = signedIn(requestedStorage);
    storeSession(session);
    const found = restored();
    expect(found).toMatchObject({
      id: session.id,
      login: 'ada@example.com',
      method: 'password',
      requestedStorage,
      endsAt: days(14),
    });
    expect(found && 'token' in found && found.token?.reveal()).toBe(fullReply.authToken);
    expect(found).not.toHaveProperty('initial');
  });

  test('finds it in another tab only if the browser remembers it', () => {
    storeSession(signedIn('tab'));
    openAnotherTab();
    expect(restored()).toEqual(none);
    const session = signedIn('browser');
    storeSession(session);
    openAnotherTab();
    expect(restored()).toMatchObject({ id: session.id });
  });

  test('finds the session of each tab, and the latest in a new tab', () => {
    const first = signedIn('browser');
    const second = signedIn('browser', {
      authToken: 'another-token-000000',
      rememberExpiresAt: days(15).getTime() / 1000,
    });
    storeSession(first);
    const firstTab = { ...sessionStorage };
    openAnotherTab();
    storeSession(second);
    expect(restored()).toMatchObject({ id: second.id });
    sessionStorage.clear();
    Object.assign(sessionStorage, firstTab);
    expect(restored()).toMatchObject({ id: first.id });
    openAnotherTab();
    expect(restored()).toMatchObject({ id: second.id });
  });

  test('finds none in a tab whose session is gone, although another is remembered', () => {
    storeSession(signedIn('browser'));
    localStorage.clear();
    const ownTab = { ...sessionStorage };
    openAnotherTab();
    storeSession(signedIn('browser'));
    openAnotherTab();
    Object.assign(sessionStorage, ownTab);
    expect(restored()).toEqual(none);
  });
});

test('a duplicated tab leaves the session remembered', () => {
  const session = signedIn('tab');
  storeSession(session);
  const duplicate = { ...sessionStorage };
  storeSession({ ...session, requestedStorage: 'browser' });
  sessionStorage.clear();
  Object.assign(sessionStorage, duplicate);
  const found = restored() as Session;
  expect(found).toMatchObject({ id: session.id, requestedStorage: 'browser' });
  expect(storeSession(found)).toBe('browser');
  openAnotherTab();
  expect(restored()).toMatchObject({ id: session.id });
});

describe('the end of a session', () => {
  test.each<[what: string, at: Date, found: object]>([
    ['not reached', days(13), { requestedStorage: 'browser' }],
    ['reached, by a clock that may be hours ahead', days(14.9), { requestedStorage: 'browser' }],
    ['long past', days(15.1), { kind: 'ended', reason: 'expired', login: 'ada@example.com' }],
  ])('%s', (_, at, found) => {
    storeSession(signedIn('browser'));
    openAnotherTab();
    expect(restored(at)).toMatchObject(found);
    expect(browser()).toHaveLength(1);
  });

  test('long past: the token is ended at plex.tv, and forgotten when plex.tv has confirmed that', async () => {
    storeSession(signedIn('browser'));
    openAnotherTab();
    const out = fakePlexTv(() => new Response('<h1>503</h1>', { status: 503 }));
    restoreSession(out.client, days(16));
    await vi.waitFor(() => expect(out.requests).toHaveLength(1));
    expect(browser()).toHaveLength(1);
    const ending = fakePlexTv(() => new Response(null, { status: 204 }));
    restoreSession(ending.client, days(16));
    await vi.waitFor(() => expect(browser()).toEqual([]));
    expect(ending.requests.map(({ method, headers }) => [method, headers.get('X-Plex-Token')])).toEqual([
      ['DELETE', fullReply.authToken],
    ]);
  });

  test('long past: a token that another session uses stays alive', async () => {
    const { client, requests } = fakePlexTv(() => new Response(null, { status: 204 }));
    const expired = signedIn('browser');
    const live = { ...signedIn('browser'), endsAt: days(30) };
    storeSession(expired);
    storeSession(live);
    openAnotherTab();
    sessionStorage.setItem('plex-session', expired.id);
    expect(restoreSession(client, days(16))).toMatchObject({ kind: 'ended', reason: 'expired' });
    await vi.waitFor(() => expect(browser()).toHaveLength(1));
    expect(requests).toEqual([]);
    openAnotherTab();
    expect(restored(days(16))).toMatchObject({ id: live.id });
  });

  test.each([-366, 366])('is not decided by a clock that is %s days off while the tab is open', (off) => {
    storeSession(signedIn('tab'));
    expect(restored(days(off))).toMatchObject({ requestedStorage: 'tab' });
    expect(tab()).toHaveLength(2);
  });

  test('is still ahead when the clock is set back by a year', () => {
    storeSession(signedIn('browser'));
    expect(restored(days(-366))).toMatchObject({ requestedStorage: 'browser' });
  });

  test('is left to plex.tv while the tab is open', () => {
    storeSession(signedIn('tab'));
    expect(restored(days(20))).toMatchObject({ requestedStorage: 'tab' });
  });

  test('is still possible when the clock is set back by hours', () => {
    storeSession(signedIn('browser', { rememberExpiresAt: days(366).getTime() / 1000 }));
    expect(restored(new Date(now.getTime() - 23 * 3_600_000))).toMatchObject({ requestedStorage: 'browser' });
  });

  test('moves when plex.tv moves it to a plausible date', () => {
    const session = signedIn('browser');
    storeSession(session);
    updateStoredExpiry(session.id, days(20), now);
    updateStoredExpiry(session.id, days(1000), now);
    updateStoredExpiry(session.id, null, now);
    expect(restored(days(20.5))).toMatchObject({ endsAt: days(20) });
  });
});

describe('a damaged entry is removed and restores nothing', () => {
  const session = signedIn('browser');
  const valid = {
    version: 1,
    id: session.id,
    token: 'token',
    endsAt: days(14).getTime(),
    login: 'ada',
    method: 'password',
  };
  const cases: [what: string, text: string][] = [
    ['empty', ''],
    ['not JSON', '{"id":'],
    ['null', 'null'],
    ['a list', '[]'],
    ['text', '"plex"'],
    ['of another id', JSON.stringify({ ...valid, id: '0'.repeat(32) })],
    ['without a token', JSON.stringify({ ...valid, token: undefined })],
    ['with an empty token', JSON.stringify({ ...valid, token: '' })],
    ['with a token that is a number', JSON.stringify({ ...valid, token: 7 })],
    ['with a token that breaks the header', JSON.stringify({ ...valid, token: 'a\r\nX-Plex-Token: b' })],
    ['with a token beyond Latin', JSON.stringify({ ...valid, token: 'tökèn-字' })],
    ['with a huge token', JSON.stringify({ ...valid, token: 'x'.repeat(4001) })],
    ['with an end that is text', JSON.stringify({ ...valid, endsAt: '2026-12-07' })],
    ['with an end that is no date', JSON.stringify({ ...valid, endsAt: 1e300 })],
    ['with a huge login', JSON.stringify({ ...valid, login: 'x'.repeat(321) })],
    ['with an unknown method', JSON.stringify({ ...valid, method: 'magic' })],
    ['with a version that is text', JSON.stringify({ ...valid, version: '1' })],
    ['with an impossible version', JSON.stringify({ ...valid, version: 0 })],
    ['huge', `${' '.repeat(1_000_000)}${JSON.stringify(valid)}`],
  ];

  test('while the same entry undamaged is restored', () => {
    localStorage.setItem(`plex-session:${session.id}`, JSON.stringify(valid));
    expect(restored()).toMatchObject({ id: session.id });
  });

  test.each(['localStorage', 'sessionStorage'] as const)('and its token is ended at plex.tv, in %s', async (name) => {
    const { client, requests } = fakePlexTv(() => new Response(null, { status: 204 }));
    window[name].setItem(`plex-session:${session.id}`, '{"version":1,"token":"half-written-token","endsA');
    restoreSession(client, now);
    await vi.waitFor(() => expect(requests).toHaveLength(1));
    expect(requests[0]?.headers.get('X-Plex-Token')).toBe('half-written-token');
  });

  test('but a token that another session uses stays alive', async () => {
    const { client, requests } = fakePlexTv(() => new Response(null, { status: 204 }));
    storeSession(session);
    const half = (token: string | undefined) => `{"version":1,"token":"${token}","endsA`;
    localStorage.setItem('plex-session:half', half(session.token?.reveal()));
    localStorage.setItem('plex-session:other-half', half('half-written-token'));
    restoreSession(client, now);
    await vi.waitFor(() => expect(requests).toHaveLength(1));
    expect(requests[0]?.headers.get('X-Plex-Token')).toBe('half-written-token');
    expect(Object.keys(localStorage).filter((key) => key.includes('half'))).toEqual([]);
  });

  test.each(cases)('%s', (_, text) => {
    localStorage.setItem(`plex-session:${session.id}`, text);
    expect(restored()).toEqual(none);
    expect(browser()).toEqual([]);
    sessionStorage.setItem(`plex-session:${session.id}`, text);
    sessionStorage.setItem('plex-session', session.id);
    expect(restored()).toEqual(none);
    expect(tab()).toEqual([]);
  });
});

describe('an entry of a newer version of this page', () => {
  const session = signedIn('browser');
  const key = `plex-session:${session.id}`;
  const newer = JSON.stringify({ version: 2, id: session.id, accounts: ['more than this version knows'] });

  test.each([
    ['of this tab', session.id],
    ['of another tab', undefined],
  ])('restores nothing here and stays: the session %s', (_, id) => {
    localStorage.setItem(key, newer);
    if (id) sessionStorage.setItem('plex-session', id);
    expect(restored()).toEqual(none);
    expect(localStorage.getItem(key)).toBe(newer);
    expect(sessionStorage.getItem('plex-session')).toBe(id ?? null);
  });

  test('is not overwritten by a tab of this version, and goes on sign-out', () => {
    localStorage.setItem(key, newer);
    expect(storeSession(session)).toBe('browser');
    updateStoredExpiry(session.id, days(20), now);
    expect(localStorage.getItem(key)).toBe(newer);
    forgetSession(session, 'signed-out');
    expect(localStorage.getItem(key)).toBeNull();
  });

  test('may only add a key: the session is restored and keeps that key', () => {
    storeSession(session);
    const withKey = JSON.stringify({ ...JSON.parse(localStorage.getItem(key) ?? ''), device: 'Chrome' });
    localStorage.setItem(key, withKey);
    openAnotherTab();
    const found = restored() as Session;
    expect(found).toMatchObject({ id: session.id });
    storeSession(found);
    expect(localStorage.getItem(key)).toBe(withKey);
  });
});

test('an entry of the oldest version, which has no number, is restored', () => {
  const id = 'a'.repeat(32);
  const entry = { id, token: 'token', endsAt: days(14).getTime(), login: 'ada', how: 'device' };
  localStorage.setItem(`plex-session:${id}`, JSON.stringify(entry));
  expect(restored()).toMatchObject({ id, method: 'device', login: 'ada' });
});

describe('after sign-out', () => {
  test.each(['tab', 'browser'] as const)(
    'a tab that the browser brings back does not find the session (%s)',
    (requestedStorage) => {
      const session = signedIn(requestedStorage);
      storeSession(session);
      const [tabBefore, browserBefore] = [{ ...sessionStorage }, { ...localStorage }];
      forgetSession(session, 'signed-out');
      expect(restored()).toEqual(none);
      Object.assign(sessionStorage, tabBefore);
      Object.assign(localStorage, browserBefore);
      expect(restored()).toEqual({ kind: 'ended', reason: 'signed-out', login: '' });
      expect(JSON.stringify([tab(), browser()])).not.toContain(fullReply.authToken);
      Object.assign(localStorage, browserBefore);
      openAnotherTab();
      expect(restored()).toEqual(none);
      expect(JSON.stringify(browser())).not.toContain(fullReply.authToken);
    },
  );

  test('marks of the session and its account stay until long after its end, without its secrets', () => {
    const session = signedIn('tab');
    storeSession(session);
    forgetSession(session, 'signed-out');
    const mark = JSON.stringify({ reason: 'signed-out', keepUntil: days(44).getTime() });
    expect(browser()).toEqual([mark, mark]);
    expect(JSON.stringify({ ...localStorage })).not.toContain(fullReply.uuid);
    restored(days(43));
    expect(browser()).toHaveLength(2);
    restored(days(45));
    expect(browser()).toEqual([]);
  });

  test('a tab of the account that got no message finds no session, until the next sign-in', () => {
    const asleep = signedIn('tab', { authToken: 'asleep-token-000000' });
    storeSession(asleep);
    const asleepTab = { ...sessionStorage };
    openAnotherTab();
    forgetSession(signedIn('tab'), 'signed-out');
    Object.assign(sessionStorage, asleepTab);
    expect(restored()).toEqual({ kind: 'ended', reason: 'signed-out', login: '' });
    expect(tab()).toEqual([]);
    const next = signedIn('tab');
    expect(storeSession(next)).toBe('tab');
    expect(restored()).toMatchObject({ id: next.id });
  });

  test('a damaged mark still counts as signed out', () => {
    const session = signedIn('tab');
    storeSession(session);
    localStorage.setItem(`plex-ended:${session.id}`, '{');
    expect(restored()).toEqual({ kind: 'ended', reason: 'signed-out', login: '' });
    expect(browser()).toEqual([]);
  });

  test('other sessions of the same login end too, and no others', () => {
    const mine = signedIn('browser');
    const older = signedIn('browser', { authToken: 'earlier-token-000000' });
    const other = signedIn('browser', { email: 'ben@example.com', uuid: 'ffffffffffffffff' });
    for (const session of [mine, older, other]) storeSession(session);
    expect(otherSessionsOfAccount(mine).map(({ id }) => id)).toEqual([older.id]);
    const { accountUuid: _, ...unnamed } = { ...mine, login: '' };
    expect(otherSessionsOfAccount(unnamed)).toEqual([]);
  });

  test('another session of this browser stays', () => {
    const [mine, other] = [signedIn('browser'), signedIn('browser')];
    storeSession(other);
    openAnotherTab();
    storeSession(mine);
    removeSession(mine.id);
    expect(restored()).toMatchObject({ id: other.id });
  });
});

test('a session keeps the client identifier of its token, although the browser has another one now', () => {
  const session = createSession(
    { client },
    {
      account: accountFrom(fullReply),
      details: { method: 'plex-tv', isRemembered: true },
      clientIdentifier: 'browser-0',
    },
  );
  expect(session.client.clientIdentifier).toBe('browser-0');
  storeSession(session);
  const restored = restoreSession(client, now);
  expect(restored).toMatchObject({ kind: 'session', session: { client: { clientIdentifier: 'browser-0' } } });
});
