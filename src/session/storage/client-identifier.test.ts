import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createRandomIdentifier, getClientIdentifier } from './client-identifier.ts';

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

afterEach(() => {
  vi.unstubAllGlobals();
});

function blockStorage(name: 'localStorage' | 'sessionStorage') {
  return vi.spyOn(window, name, 'get').mockImplementation(() => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  });
}

function fillStorage() {
  return vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
  });
}

test('a browser has the same identifier on every visit', () => {
  const first = getClientIdentifier();
  expect(first).toMatch(/^[0-9a-f]{32}$/);
  expect([getClientIdentifier(), getClientIdentifier()]).toEqual([first, first]);
});

test('two browsers have different identifiers', () => {
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

test('works without crypto.randomUUID, which does not exist on plain http', () => {
  vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) });
  expect(getClientIdentifier()).toMatch(/^[0-9a-f]{32}$/);
});

test.each(['', 'shared-by-everybody', 'F'.repeat(32), 'a'.repeat(33)])(
  'replaces a stored identifier that this page did not create: "%s"',
  (planted) => {
    const created = getClientIdentifier();
    const [key = ''] = Object.keys(localStorage);
    localStorage.setItem(key, planted);
    const replaced = getClientIdentifier();
    expect(replaced).toMatch(/^[0-9a-f]{32}$/);
    expect(replaced).not.toBe(created);
    expect(getClientIdentifier()).toBe(replaced);
  },
);

test.each([
  ['blocked', () => [blockStorage('localStorage'), blockStorage('sessionStorage')]],
  ['full', () => [fillStorage()]],
])('lasts for the visit where all storage is %s', (_, breakStorage) => {
  const failing = breakStorage();
  const visit = getClientIdentifier();
  const nextVisit = getClientIdentifier();
  for (const spy of failing) spy.mockRestore();
  expect(visit).toMatch(/^[0-9a-f]{32}$/);
  expect(nextVisit).not.toBe(visit);
});

test('lasts as long as the tab where only the storage of the browser is blocked', () => {
  const blocked = blockStorage('localStorage');
  const visit = getClientIdentifier();
  const afterReload = getClientIdentifier();
  blocked.mockRestore();
  expect(visit).toMatch(/^[0-9a-f]{32}$/);
  expect(afterReload).toBe(visit);
});

test('lasts as long as the tab where the storage of the browser is full', () => {
  const write = Storage.prototype.setItem;
  const full = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(function (this: Storage, key, value) {
    if (this === localStorage) throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    write.call(this, key, value);
  });
  const visit = getClientIdentifier();
  const afterReload = getClientIdentifier();
  full.mockRestore();
  expect(afterReload).toBe(visit);
});

test('stays in the storage of the browser where only that of the tab is blocked', () => {
  const blocked = blockStorage('sessionStorage');
  const visit = getClientIdentifier();
  const nextVisit = getClientIdentifier();
  blocked.mockRestore();
  expect(nextVisit).toBe(visit);
});
