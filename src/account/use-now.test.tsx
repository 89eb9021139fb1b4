import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useNow } from './use-now.ts';

const start = new Date('2026-11-26T12:00:00Z');

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: start });
});
afterEach(() => {
  vi.useRealTimers();
});

function atMinute(minutes: number) {
  vi.setSystemTime(start.getTime() + minutes * 60_000);
}

function show() {
  const hook = renderHook(({ value }) => useNow(value, 'same'), { initialProps: { value: 1 } });
  return { ...hook, minutes: () => (hook.result.current.getTime() - start.getTime()) / 60_000 };
}

test('stays the same when the page is drawn again', () => {
  const { rerender, minutes } = show();
  atMinute(10);
  rerender({ value: 1 });
  expect(minutes()).toBe(0);
});

test('moves when a value changes, but not within a minute', () => {
  const { rerender, minutes } = show();
  atMinute(0.9);
  rerender({ value: 2 });
  expect(minutes()).toBe(0);
  atMinute(1);
  rerender({ value: 3 });
  expect(minutes()).toBe(1);
});

test('moves when the clock was set back', () => {
  const { rerender, minutes } = show();
  atMinute(-60);
  rerender({ value: 2 });
  expect(minutes()).toBe(-60);
});

test('moves before the browser prints', () => {
  const { minutes } = show();
  atMinute(10);
  let printed = 0;
  // The browser prints after the last listener. Outside `act`, React draws later unless it is told not to.
  addEventListener('beforeprint', () => (printed = minutes()), { once: true });
  dispatchEvent(new Event('beforeprint'));
  expect(printed).toBe(10);
});

test.each([
  ['focus', window],
  ['visibilitychange', document],
])('moves at %s', (type, target) => {
  const { minutes } = show();
  atMinute(10);
  act(() => void target.dispatchEvent(new Event(type)));
  expect(minutes()).toBe(10);
});
