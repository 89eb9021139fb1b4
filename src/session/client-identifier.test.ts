import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { clientIdentifier, randomIdentifier } from './client-identifier.ts';

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
  const first = clientIdentifier();
  expect(first).toMatch(/^[0-9a-f]{32}$/);
  expect([clientIdentifier(), clientIdentifier()]).toEqual([first, first]);
});

test('no two browsers share an identifier', () => {
  const browsers = Array.from({ length: 100 }, () => {
    localStorage.clear();
    return clientIdentifier();
  });
  expect(new Set(browsers).size).toBe(100);
});

test('small random numbers keep their leading zeros', () => {
  vi.stubGlobal('crypto', { getRandomValues: (bytes: Uint8Array) => bytes.fill(0x0a) });
  expect(randomIdentifier()).toBe('0a'.repeat(16));
});

test('needs no crypto.randomUUID, which a page on plain http does not have', () => {
  vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) });
  expect(clientIdentifier()).toMatch(/^[0-9a-f]{32}$/);
});

test.each(['', 'shared-by-everybody', 'F'.repeat(32), 'a'.repeat(33)])(
  'does not send on what is kept but was not made here: "%s"',
  (planted) => {
    const made = clientIdentifier();
    const [key = ''] = Object.keys(localStorage);
    localStorage.setItem(key, planted);
    const anew = clientIdentifier();
    expect(anew).toMatch(/^[0-9a-f]{32}$/);
    expect(anew).not.toBe(made);
    expect(clientIdentifier()).toBe(anew);
  },
);

test.each([
  ['blocked', blockStorage],
  ['full', fillStorage],
])('where storage is %s there is an identifier for this visit', (_, hinder) => {
  const hindered = hinder();
  const visit = clientIdentifier();
  const nextVisit = clientIdentifier();
  hindered.mockRestore();
  expect(visit).toMatch(/^[0-9a-f]{32}$/);
  expect(nextVisit).not.toBe(visit);
});
