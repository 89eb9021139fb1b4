import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useIsPainted } from './use-is-painted.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function wait(ms: number) {
  return act(() => vi.advanceTimersByTimeAsync(ms));
}

test('waits for the frame after the one that paints', async () => {
  const { result } = renderHook(useIsPainted);
  await wait(16);
  expect(result.current).toBe(false);
  await wait(16);
  expect(result.current).toBe(true);
});

test('does not wait forever in a hidden tab, which draws no frame', async () => {
  vi.stubGlobal('requestAnimationFrame', () => 0);
  const { result } = renderHook(useIsPainted);
  await wait(490);
  expect(result.current).toBe(false);
  await wait(40);
  expect(result.current).toBe(true);
});
