import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterAll, afterEach, beforeEach, expect, vi } from 'vitest';

const hasPage = typeof window !== 'undefined';

// What tests wait for is certain to come: only a busy machine delays it.
configure({ asyncUtilTimeout: 15_000 });

// jsdom has no layout: nothing ever scrolls into view.
if (hasPage) {
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

const consoleSpies = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')];

beforeEach(() => {
  for (const spy of consoleSpies) spy.mockClear();
});

afterEach(() => {
  if (hasPage) cleanup();
  // A warning that no test expects is a fault. A test that does expect one clears the spy after looking at it.
  for (const spy of consoleSpies) expect(spy.mock.calls, 'unexpected console output').toEqual([]);
});

// The next file runs in the same page.
afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  if (!hasPage) return;
  localStorage.clear();
  sessionStorage.clear();
  history.replaceState(null, '', '/');
});
