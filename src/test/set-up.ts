import '@testing-library/jest-dom/vitest';
import { act, cleanup, configure } from '@testing-library/react';
import { afterAll, afterEach, beforeEach, expect, type MockInstance, vi } from 'vitest';

const hasPage = typeof window !== 'undefined';

// On a busy machine it can take long until an element appears.
configure({ asyncUtilTimeout: 15_000 });

// jsdom has no layout, so it lacks scrolling, popovers and IntersectionObserver.
if (hasPage) {
  HTMLElement.prototype.popover = null;
  Element.prototype.scrollIntoView = () => {};
  window.IntersectionObserver = class extends EventTarget {
    readonly root = null;
    readonly rootMargin = '';
    readonly scrollMargin = '';
    readonly thresholds = [];
    observe() {}
    unobserve() {}
    disconnect() {}
    takeRecords() {
      return [];
    }
  };
}

let consoleSpies: MockInstance[] = [];

beforeEach(() => {
  // Again for each test: the one before may have restored all mocks.
  consoleSpies = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')];
  for (const spy of consoleSpies) spy.mockClear();
});

afterEach(() => {
  if (hasPage) {
    // If a test fails during a print, the next one must not print too.
    act(() => void window.dispatchEvent(new Event('afterprint')));
    cleanup();
  }
  // An unexpected warning fails the test. A test that expects one clears the spy after its check.
  for (const spy of consoleSpies) expect(spy.mock.calls, 'unexpected console output').toEqual([]);
});

// The next test file runs in the same page.
afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  if (!hasPage) return;
  localStorage.clear();
  sessionStorage.clear();
  history.replaceState(null, '', '/');
});
