import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { hasEndedSession, hasStoredSession } from './has-stored-session.ts';

const names = ['localStorage', 'sessionStorage'] as const;

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

afterEach(() => {
  vi.restoreAllMocks();
});

function block(name: (typeof names)[number]) {
  vi.spyOn(window, name, 'get').mockImplementation(() => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  });
}

test.each(names)('finds a session in %s', (name) => {
  expect(hasStoredSession()).toBe(false);
  window[name].setItem('plex-session:a', '{}');
  expect(hasStoredSession()).toBe(true);
  expect(hasEndedSession()).toBe(false);
});

test.each([
  ['sessionStorage', 'localStorage'],
  ['localStorage', 'sessionStorage'],
] as const)('finds a session in %s where %s is blocked', (name, blocked) => {
  window[name].setItem('plex-session:a', '{}');
  block(blocked);
  expect(hasStoredSession()).toBe(true);
});

test('finds none where all storage is blocked', () => {
  for (const name of names) block(name);
  expect([hasStoredSession(), hasEndedSession()]).toEqual([false, false]);
});
