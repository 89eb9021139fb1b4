import '@testing-library/jest-dom/vitest';
import { cleanup } from '@testing-library/react';
import { afterEach, beforeEach, expect, vi } from 'vitest';

// jsdom lays nothing out, so nothing ever comes into view.
if (typeof window !== 'undefined') {
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

const told = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')];

beforeEach(() => {
  for (const spy of told) spy.mockClear();
});

afterEach(() => {
  if (typeof document !== 'undefined') cleanup();
  // A warning that no test expects is a fault. A test that does expect one clears the spy after looking at it.
  for (const spy of told) expect(spy.mock.calls, 'unexpected console output').toEqual([]);
});
