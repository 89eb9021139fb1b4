import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { hasStoredPin, pinStorageKey } from './has-stored-pin.ts';
import { isOtherTabWaiting, readStoredPin, removeStoredPin, storePin } from './stored-pin.ts';

const now = new Date();
const pin = { id: 7, code: 'm6mi', expiresAt: new Date(now.getTime() + 1_800_000) };

const client = { clientIdentifier: 'browser-1' };

beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
});
afterEach(() => vi.restoreAllMocks());

test('stores a PIN for the tab until it is removed', () => {
  expect([hasStoredPin(), readStoredPin()]).toEqual([false, undefined]);
  expect(storePin(pin, client)).toBe(true);
  expect([hasStoredPin(), readStoredPin()]).toEqual([true, { ...pin, ...client }]);
  removeStoredPin();
  expect([hasStoredPin(), readStoredPin()]).toEqual([false, undefined]);
});

test.each([
  '',
  'null',
  '[]',
  '{"id":7}',
  '{"id":"../user","code":"x","expiresAt":1}',
  '{"id":7,"code":null,"expiresAt":1}',
])('ignores a stored value that is not a PIN: %s', (stored) => {
  sessionStorage.setItem(pinStorageKey, stored);
  expect(readStoredPin()).toBeUndefined();
});

test('stores nothing and does not fail when storage is blocked', () => {
  for (const method of ['getItem', 'setItem', 'removeItem'] as const) {
    vi.spyOn(Storage.prototype, method).mockImplementation(() => {
      throw new DOMException('blocked', 'SecurityError');
    });
  }
  removeStoredPin();
  expect([storePin(pin, client), hasStoredPin(), readStoredPin()]).toEqual([false, false, undefined]);
});

test('reads a PIN without its identifier when that is no identifier', () => {
  const entry = { ...pin, expiresAt: pin.expiresAt.getTime() };
  for (const clientIdentifier of [undefined, '', 'two\nlines', 7, 'x'.repeat(65)]) {
    sessionStorage.setItem(pinStorageKey, JSON.stringify({ ...entry, clientIdentifier }));
    expect(readStoredPin()).toEqual(pin);
  }
});

describe('another tab', () => {
  /** Another tab of this browser: it has its own session storage. */
  const openOtherTab = () => sessionStorage.clear();

  test('knows that this tab waits, and nothing of the PIN', () => {
    expect(isOtherTabWaiting(now)).toBe(false);
    storePin(pin, client);
    expect(JSON.stringify({ ...localStorage })).not.toMatch(/m6mi|browser-1|:7\b/);
    openOtherTab();
    expect(isOtherTabWaiting(now)).toBe(true);
    expect(isOtherTabWaiting(pin.expiresAt)).toBe(false);
  });

  test('knows when this tab no longer waits', () => {
    storePin(pin, client);
    removeStoredPin();
    expect(isOtherTabWaiting(now)).toBe(false);
    expect({ ...localStorage }).toEqual({});
  });

  test('knows of a tab that waits beside one that does not', () => {
    storePin(pin, client);
    openOtherTab();
    storePin({ ...pin, id: 8 }, client);
    removeStoredPin();
    expect(isOtherTabWaiting(now)).toBe(true);
  });

  test('clears the marks of tabs that were closed long ago', () => {
    storePin({ ...pin, expiresAt: new Date(now.getTime() - 1) }, client);
    openOtherTab();
    storePin(pin, client);
    expect(Object.keys(localStorage)).toHaveLength(1);
  });
});
