import { afterEach, expect, test, vi } from 'vitest';
import { runInSteps } from './run-in-steps.ts';

const { signal } = new AbortController();

afterEach(() => {
  vi.restoreAllMocks();
});

/** Each look at the clock finds it 5 ms later. */
function letTimePass() {
  let time = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => {
    time += 5;
    return time;
  });
}

function* countTo(last: number, seen: number[]) {
  for (let number = 1; number <= last; number += 1) {
    seen.push(number);
    yield;
  }
}

test('runs all steps, and none before the browser had a turn', async () => {
  const seen: number[] = [];
  const isDone = runInSteps(countTo(3, seen), signal);
  expect(seen).toEqual([]);
  expect(await isDone).toBe(true);
  expect(seen).toEqual([1, 2, 3]);
});

test('gives the browser a turn whenever the time is used up', async () => {
  letTimePass();
  const seen: number[] = [];
  const seenInPauses: number[][] = [];
  await runInSteps(countTo(8, seen), signal, () => {
    const pause: number[] = [...seen];
    seenInPauses.push(pause);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      pause.push(...seen.slice(pause.length));
      port1.close();
    };
    port2.postMessage('the turn of the browser');
  });
  expect(seenInPauses).toEqual([
    [1, 2, 3],
    [1, 2, 3, 4, 5, 6],
  ]);
});

test('runs no more steps after it was stopped', async () => {
  letTimePass();
  const controller = new AbortController();
  const seen: number[] = [];
  expect(await runInSteps(countTo(100, seen), controller.signal, () => controller.abort())).toBe(false);
  expect(seen).toEqual([1, 2, 3]);
});
