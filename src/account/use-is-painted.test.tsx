import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useIsPainted } from './use-is-painted.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function show(hasContent: boolean) {
  return renderHook((value) => useIsPainted(value), { initialProps: hasContent });
}

function wait(ms: number) {
  return act(() => vi.advanceTimersByTimeAsync(ms));
}

test('waits for the content, and for the next frame', async () => {
  const { result, rerender } = show(false);
  await wait(1000);
  expect(result.current).toBe(false);
  rerender(true);
  expect(result.current).toBe(false);
  await wait(20);
  expect(result.current).toBe(true);
});

test('does not wait forever in a hidden tab, which draws no frame', async () => {
  vi.stubGlobal('requestAnimationFrame', () => 0);
  const { result } = show(true);
  await wait(490);
  expect(result.current).toBe(false);
  await wait(20);
  expect(result.current).toBe(true);
  vi.unstubAllGlobals();
});
