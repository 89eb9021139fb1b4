import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createRandomIdentifier, getClientIdentifier } from './client-identifier.ts';

beforeEach(() => {
  localStorage.clear();
});

afterEach(() => {
  vi.unstubAllGlobals();
});

function blockStorage() {
  return vi.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  });
}

function fillStorage() {
  return vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
  });
}

test('a browser has one identifier, on every visit the same', () => {
  const first = getClientIdentifier();
  expect(first).toMatch(/^[0-9a-f]{32}$/);
  expect([getClientIdentifier(), getClientIdentifier()]).toEqual([first, first]);
});

test('no two browsers share an identifier', () => {
  const browsers = Array.from({ length: 100 }, () => {
    localStorage.clear();
    return getClientIdentifier();
  });
  expect(new Set(browsers).size).toBe(100);
});

test('small random numbers keep their leading zeros', () => {
  vi.stubGlobal('crypto', { getRandomValues: (bytes: Uint8Array) => bytes.fill(0x0a) });
  expect(createRandomIdentifier()).toBe('0a'.repeat(16));
});

test('needs no crypto.randomUUID, which a page on plain http does not have', () => {
  vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) });
  expect(getClientIdentifier()).toMatch(/^[0-9a-f]{32}$/);
});

test.each(['', 'shared-by-everybody', 'F'.repeat(32), 'a'.repeat(33)])(
  'does not send on what is kept but was not made here: "%s"',
  (planted) => {
    const made = getClientIdentifier();
    const [key = ''] = Object.keys(localStorage);
    localStorage.setItem(key, planted);
    const anew = getClientIdentifier();
    expect(anew).toMatch(/^[0-9a-f]{32}$/);
    expect(anew).not.toBe(made);
    expect(getClientIdentifier()).toBe(anew);
  },
);

test.each([
  ['blocked', blockStorage],
  ['full', fillStorage],
])('where storage is %s there is an identifier for this visit', (_, hinder) => {
  const hindered = hinder();
  const visit = getClientIdentifier();
  const nextVisit = getClientIdentifier();
  hindered.mockRestore();
  expect(visit).toMatch(/^[0-9a-f]{32}$/);
  expect(nextVisit).not.toBe(visit);
});
