import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { accountFrom } from '../test/account-from.ts';
import { fakePlexTv } from '../test/fake-plex-tv.ts';
import { fullReply } from '../test/full-reply.ts';
import { forgetSession } from './end-session.ts';
import { otherSessionsOfAccount, restoreSession } from './restore-session.ts';
import { createSession, type Session, type StorageLocation } from './session.ts';
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

/** Ada, signed in. Her reply is full of secrets. */
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
/** The tab is closed, and the page opened in another. */
const openAnotherTab = () => sessionStorage.clear();

function recalled(at: Date = now) {
  const found = restoreSession(client, at);
  return found && 'session' in found ? found.session : found;
}

/** Hinders writing to one storage, or to both. */
function hinder(store?: Storage) {
  const { setItem } = Storage.prototype;
  return vi.spyOn(Storage.prototype, 'setItem').mockImplementation(function (this: Storage, key, value) {
    if (!store || this === store) throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    setItem.call(this, key, value);
  });
}

function block() {
  for (const name of ['localStorage', 'sessionStorage'] as const) {
    vi.spyOn(window, name, 'get').mockImplementation(() => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    });
  }
}

describe('what is stored', () => {
  test.each(['tab', 'browser'] as const)(
    'is the token, its end, the login and the way in, in the %s alone',
    (requestedStorage) => {
      const session = signedIn(requestedStorage);
      expect(storeSession(session)).toBe(requestedStorage);
      const stored = {
        id: session.id,
        token: fullReply.authToken,
        endsAt: days(14).getTime(),
        login: 'ada@example.com',
        method: 'password',
      };
      const [inTab, inBrowser] =
        requestedStorage === 'tab'
          ? [[session.id, JSON.stringify(stored)], []]
          : [[session.id], [JSON.stringify(stored)]];
      expect(tab().sort()).toEqual(inTab.sort());
      expect(browser()).toEqual(inBrowser);
    },
  );

  test('is nothing of the sample plex.tv, nor of a sign-in that came without a token', () => {
    expect(storeSession(signedIn('page'))).toBe('page');
    expect(storeSession(signedIn('browser', { authToken: null }))).toBe('page');
    expect([...tab(), ...browser()]).toEqual([]);
  });

  test('is the username where there is no e-mail, and no text that is too long for a login', () => {
    storeSession(signedIn('browser', { email: '' }));
    expect(recalled()).toMatchObject({ login: 'ada' });
    localStorage.clear();
    storeSession(signedIn('browser', { email: 'x'.repeat(400) }));
    openAnotherTab();
    expect(recalled()).toMatchObject({ login: '' });
  });

  test('changes its place with the wish, and is never in two', () => {
    const session = signedIn('tab');
    storeSession(session);
    expect(storeSession({ ...session, requestedStorage: 'browser' })).toBe('browser');
    expect(tab()).toEqual([session.id]);
    expect(storeSession({ ...session, requestedStorage: 'tab' })).toBe('tab');
    expect(browser()).toEqual([]);
  });

  test('is not written once more when another tab has ended the session', () => {
    const session = signedIn('browser');
    storeSession(session);
    forgetSession(session, 'signed-out');
    storeSession(session);
    updateStoredExpiry(session.id, days(20), now);
    expect(JSON.stringify([tab(), browser()])).not.toContain(fullReply.authToken);
  });
});

describe('where storage is hindered', () => {
  test('blocked: the session lives in the page', () => {
    block();
    expect(storeSession(signedIn('browser'))).toBe('page');
    expect(storeSession(signedIn('tab'))).toBe('page');
    expect(recalled()).toBeUndefined();
  });

  test('full: the same', () => {
    hinder();
    expect(storeSession(signedIn('browser'))).toBe('page');
    expect(storeSession(signedIn('tab'))).toBe('page');
  });

  test('full on the browser only: the tab keeps it', () => {
    const session = signedIn('browser');
    hinder(localStorage);
    expect(storeSession(session)).toBe('tab');
    expect(browser()).toEqual([]);
    expect(recalled()).toMatchObject({ id: session.id, requestedStorage: 'tab' });
  });

  test('blocked at the sign-out: it ends all the same', () => {
    const session = signedIn('browser');
    block();
    expect(() => forgetSession(session, 'signed-out')).not.toThrow();
  });
});

describe('who comes back', () => {
  test.each(['tab', 'browser'] as const)('after a reload is the same person, kept in the %s', (requestedStorage) => {
    const session = signedIn(requestedStorage);
    storeSession(session);
    const found = recalled();
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

  test('in another tab is somebody only if this browser was to remember', () => {
    storeSession(signedIn('tab'));
    openAnotherTab();
    expect(recalled()).toBeUndefined();
    const session = signedIn('browser');
    storeSession(session);
    openAnotherTab();
    expect(recalled()).toMatchObject({ id: session.id });
  });

  test('is in each tab the one who was there, in a new one the latest', () => {
    const first = signedIn('browser');
    const second = signedIn('browser', {
      authToken: 'another-token-000000',
      rememberExpiresAt: days(15).getTime() / 1000,
    });
    storeSession(first);
    const firstTab = { ...sessionStorage };
    openAnotherTab();
    storeSession(second);
    expect(recalled()).toMatchObject({ id: second.id });
    sessionStorage.clear();
    Object.assign(sessionStorage, firstTab);
    expect(recalled()).toMatchObject({ id: first.id });
    openAnotherTab();
    expect(recalled()).toMatchObject({ id: second.id });
  });

  test('is nobody in a tab whose session is gone, although another is remembered', () => {
    storeSession(signedIn('browser'));
    localStorage.clear();
    const ownTab = { ...sessionStorage };
    openAnotherTab();
    storeSession(signedIn('browser'));
    openAnotherTab();
    Object.assign(sessionStorage, ownTab);
    expect(recalled()).toBeUndefined();
  });
});

test('a duplicate of the tab does not undo that the browser was asked to remember', () => {
  const session = signedIn('tab');
  storeSession(session);
  const duplicate = { ...sessionStorage };
  storeSession({ ...session, requestedStorage: 'browser' });
  sessionStorage.clear();
  Object.assign(sessionStorage, duplicate);
  const found = recalled() as Session;
  expect(found).toMatchObject({ id: session.id, requestedStorage: 'browser' });
  expect(storeSession(found)).toBe('browser');
  openAnotherTab();
  expect(recalled()).toMatchObject({ id: session.id });
});

describe('the end of a sign-in', () => {
  test.each<[what: string, at: Date, found: object]>([
    ['has not come', days(13), { requestedStorage: 'browser' }],
    ['has come, by a clock that may be hours ahead', days(14.9), { requestedStorage: 'browser' }],
    ['is long past', days(15.1), { over: 'forgotten', login: 'ada@example.com' }],
  ])('%s', (_, at, found) => {
    storeSession(signedIn('browser'));
    openAnotherTab();
    expect(recalled(at)).toMatchObject(found);
    expect(browser()).toHaveLength('over' in found ? 0 : 1);
  });

  test('does not concern a tab that is still open: plex.tv will say', () => {
    storeSession(signedIn('tab'));
    expect(recalled(days(20))).toMatchObject({ requestedStorage: 'tab' });
  });

  test('survives a clock that is set back by hours', () => {
    storeSession(signedIn('browser', { rememberExpiresAt: days(366).getTime() / 1000 }));
    expect(recalled(new Date(now.getTime() - 23 * 3_600_000))).toMatchObject({ requestedStorage: 'browser' });
  });

  test('moves when plex.tv moves it, and only to where it can be', () => {
    const session = signedIn('browser');
    storeSession(session);
    updateStoredExpiry(session.id, days(20), now);
    updateStoredExpiry(session.id, days(1000), now);
    updateStoredExpiry(session.id, null, now);
    expect(recalled(days(20.5))).toMatchObject({ endsAt: days(20) });
  });
});

describe('what was tampered with is nobody, and is removed', () => {
  const session = signedIn('browser');
  const whole = { id: session.id, token: 'token', endsAt: days(14).getTime(), login: 'ada', method: 'password' };
  const cases: [what: string, text: string][] = [
    ['empty', ''],
    ['not JSON', '{"id":'],
    ['null', 'null'],
    ['a list', '[]'],
    ['text', '"plex"'],
    ['of another id', JSON.stringify({ ...whole, id: '0'.repeat(32) })],
    ['without a token', JSON.stringify({ ...whole, token: undefined })],
    ['with an empty token', JSON.stringify({ ...whole, token: '' })],
    ['with a token that is a number', JSON.stringify({ ...whole, token: 7 })],
    ['with a token that breaks the header', JSON.stringify({ ...whole, token: 'a\r\nX-Plex-Token: b' })],
    ['with a token beyond Latin', JSON.stringify({ ...whole, token: 'tökèn-字' })],
    ['with a huge token', JSON.stringify({ ...whole, token: 'x'.repeat(4001) })],
    ['with an end that is text', JSON.stringify({ ...whole, endsAt: '2026-12-07' })],
    ['with an end far away', JSON.stringify({ ...whole, endsAt: days(400).getTime() })],
    ['with an end out of all time', JSON.stringify({ ...whole, endsAt: 1e300 })],
    ['with a huge login', JSON.stringify({ ...whole, login: 'x'.repeat(321) })],
    ['with a way in that nobody knows', JSON.stringify({ ...whole, method: 'magic' })],
    ['with more than belongs there', JSON.stringify({ ...whole, password: 'sample' })],
    ['huge', `${' '.repeat(1_000_000)}${JSON.stringify(whole)}`],
  ];

  test('while the same, whole, is somebody', () => {
    localStorage.setItem(`plex-session:${session.id}`, JSON.stringify(whole));
    expect(recalled()).toMatchObject({ id: session.id });
  });

  test.each(cases)('%s', (_, text) => {
    localStorage.setItem(`plex-session:${session.id}`, text);
    expect(recalled()).toBeUndefined();
    expect(browser()).toEqual([]);
    sessionStorage.setItem(`plex-session:${session.id}`, text);
    sessionStorage.setItem('plex-session', session.id);
    expect(recalled()).toBeUndefined();
    expect(tab()).toEqual([]);
  });
});

describe('a session that was signed out', () => {
  test.each(['tab', 'browser'] as const)(
    'is not found again by a tab that the browser restores (%s)',
    (requestedStorage) => {
      const session = signedIn(requestedStorage);
      storeSession(session);
      const [tabBefore, browserBefore] = [{ ...sessionStorage }, { ...localStorage }];
      forgetSession(session, 'signed-out');
      expect(recalled()).toBeUndefined();
      Object.assign(sessionStorage, tabBefore);
      Object.assign(localStorage, browserBefore);
      expect(recalled()).toEqual({ over: 'signed-out', login: '' });
      expect(JSON.stringify([tab(), browser()])).not.toContain(fullReply.authToken);
      Object.assign(localStorage, browserBefore);
      openAnotherTab();
      expect(recalled()).toBeUndefined();
      expect(JSON.stringify(browser())).not.toContain(fullReply.authToken);
    },
  );

  test('leaves a mark without a secret, until long after its end', () => {
    const session = signedIn('tab');
    storeSession(session);
    forgetSession(session, 'signed-out');
    expect(browser()).toEqual([JSON.stringify({ ending: 'signed-out', until: days(44).getTime() })]);
    recalled(days(43));
    expect(browser()).toHaveLength(1);
    recalled(days(45));
    expect(browser()).toEqual([]);
  });

  test('counts as signed out even by a mark that was tampered with', () => {
    const session = signedIn('tab');
    storeSession(session);
    localStorage.setItem(`plex-ended:${session.id}`, '{');
    expect(recalled()).toEqual({ over: 'signed-out', login: '' });
    expect(browser()).toEqual([]);
  });

  test('takes other sign-ins to the same account with it, and no other account', () => {
    const mine = signedIn('browser');
    const mineBefore = signedIn('browser', { authToken: 'earlier-token-000000' });
    const somebody = signedIn('browser', { email: 'ben@example.com' });
    for (const session of [mine, mineBefore, somebody]) storeSession(session);
    expect(otherSessionsOfAccount(mine, now).map(({ id }) => id)).toEqual([mineBefore.id]);
    expect(otherSessionsOfAccount({ ...mine, login: '' }, now)).toEqual([]);
  });

  test('leaves another session of this browser alone', () => {
    const [mine, other] = [signedIn('browser'), signedIn('browser')];
    storeSession(other);
    openAnotherTab();
    storeSession(mine);
    removeSession(mine.id);
    expect(recalled()).toMatchObject({ id: other.id });
  });
});
