import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { hasStoredPin, pinStorageKey } from './has-stored-pin.ts';
import { readStoredPin, removeStoredPin, restoreQueryAndFragment, storePin } from './stored-pin.ts';

const pin = { id: 7, code: 'm6mi', expiresAt: new Date('2026-11-23T12:30:00Z') };

beforeEach(() => sessionStorage.clear());
afterEach(() => vi.restoreAllMocks());

test('stores a PIN for the tab until it is removed', () => {
  expect([hasStoredPin(), readStoredPin()]).toEqual([false, undefined]);
  expect(storePin(pin)).toBe(true);
  expect([hasStoredPin(), readStoredPin()]).toEqual([true, pin]);
  expect({ ...localStorage }).toEqual({});
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
  expect([storePin(pin), hasStoredPin(), readStoredPin()]).toEqual([false, false, undefined]);
});

test('puts the query and the fragment of the address back, and no other address', () => {
  history.replaceState(null, '', '/account/?lang=sv#plex-home');
  storePin(pin);
  history.replaceState({ kept: true }, '', '/account/');
  restoreQueryAndFragment();
  expect([location.pathname + location.search + location.hash, history.state]).toEqual([
    '/account/?lang=sv#plex-home',
    { kept: true },
  ]);
  history.replaceState(null, '', '/account/#own');
  restoreQueryAndFragment();
  expect(location.hash).toBe('#own');
  for (const damaged of ['', '{', '{"queryAndFragment":7}', '{"queryAndFragment":"//elsewhere.example/"}']) {
    sessionStorage.setItem(pinStorageKey, damaged);
    history.replaceState(null, '', '/account/');
    restoreQueryAndFragment();
    expect(location.pathname + location.search + location.hash).toBe('/account/');
  }
});
