import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { leavePage } from './leave-page.ts';

const stop = vi.spyOn(window, 'stop');

beforeEach(() => {
  stop.mockReset();
});

afterEach(() => history.replaceState(null, '', '/'));

// jsdom follows an address within the page only.
const address = '#elsewhere';

test('goes to the address and can cancel that once', () => {
  const cancel = leavePage(address);
  expect(location.hash).toBe(address);
  expect(stop).not.toHaveBeenCalled();
  cancel();
  cancel();
  expect(stop).toHaveBeenCalledOnce();
});

test('cancels nothing after the page was left and shown again', () => {
  const cancel = leavePage(address);
  window.dispatchEvent(new Event('pagehide'));
  cancel();
  expect(stop).not.toHaveBeenCalled();
});
