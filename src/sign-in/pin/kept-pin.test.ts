import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { isPinKept, pinKey } from './is-pin-kept.ts';
import { dropPin, keepPin, keptPin } from './kept-pin.ts';

const pin = { id: 7, code: 'm6mi', expiresAt: new Date('2026-11-23T12:30:00Z') };

beforeEach(() => sessionStorage.clear());
afterEach(() => vi.restoreAllMocks());

test('a PIN is kept for the tab until it is dropped', () => {
  expect([isPinKept(), keptPin()]).toEqual([false, undefined]);
  expect(keepPin(pin)).toBe(true);
  expect([isPinKept(), keptPin()]).toEqual([true, pin]);
  expect({ ...localStorage }).toEqual({});
  dropPin();
  expect([isPinKept(), keptPin()]).toEqual([false, undefined]);
});

test.each([
  '',
  'null',
  '[]',
  '{"id":7}',
  '{"id":"../user","code":"x","expiresAt":1}',
  '{"id":7,"code":null,"expiresAt":1}',
])('one that was tampered with is none: %s', (kept) => {
  sessionStorage.setItem(pinKey, kept);
  expect(keptPin()).toBeUndefined();
});

test('blocked storage keeps nothing and breaks nothing', () => {
  for (const method of ['getItem', 'setItem', 'removeItem'] as const) {
    vi.spyOn(Storage.prototype, method).mockImplementation(() => {
      throw new DOMException('blocked', 'SecurityError');
    });
  }
  dropPin();
  expect([keepPin(pin), isPinKept(), keptPin()]).toEqual([false, false, undefined]);
});
