import { expect, test } from 'vitest';
import { ExpiringMap } from './expiring-map.ts';

function mapWithClock() {
  const clock = { ms: 1_000_000 };
  const map = new ExpiringMap<string, number>({
    maxEntries: 3,
    lifetimeSeconds: 10,
    now: () => new Date(clock.ms),
  });
  return { clock, map };
}

test('keeps the newest entries when there are too many', () => {
  const { map } = mapWithClock();
  for (const [index, key] of ['a', 'b', 'c', 'a', 'd'].entries()) map.set(key, index);
  expect(map.values()).toEqual([2, 3, 4]);
  expect([map.get('a'), map.get('b')]).toEqual([3, undefined]);
});

test('drops an entry after its lifetime, which begins anew when it is set again', () => {
  const { clock, map } = mapWithClock();
  map.set('a', 1);
  map.set('b', 2);
  clock.ms += 9_000;
  map.set('a', 3);
  clock.ms += 1_000;
  expect([map.get('a'), map.get('b')]).toEqual([3, undefined]);
  clock.ms += 9_000;
  expect(map.values()).toEqual([]);
});
