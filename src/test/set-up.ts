import '@testing-library/jest-dom/vitest';
import { cleanup } from '@testing-library/react';
import { afterEach, beforeEach, expect, vi } from 'vitest';

// jsdom has no layout, so it lacks scrolling, popovers and IntersectionObserver.
if (typeof window !== 'undefined') {
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

const consoleSpies = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')];

beforeEach(() => {
  for (const spy of consoleSpies) spy.mockClear();
});

afterEach(() => {
  if (typeof document !== 'undefined') cleanup();
  // An unexpected warning fails the test. A test that expects one clears the spy after its check.
  for (const spy of consoleSpies) expect(spy.mock.calls, 'unexpected console output').toEqual([]);
});
