import { expect, test } from 'vitest';
import { createAddressLimit } from './address-limit.ts';

/** A limit with a clock that only the test moves. */
function limitAt(perMinute: number) {
  const clock = { ms: 1_000_000 };
  const canAsk = createAddressLimit(perMinute, () => clock.ms);
  const tries = (address: string, count: number) =>
    Array.from({ length: count }, () => canAsk(address)).filter(Boolean).length;
  return { clock, canAsk, tries };
}

test('allows a burst, then as many as the minute allows', () => {
  const { clock, canAsk, tries } = limitAt(10);
  expect(tries('192.0.2.1', 50)).toBe(11);
  clock.ms += 6_000;
  expect(tries('192.0.2.1', 50)).toBe(1);
  clock.ms += 5_999;
  expect(canAsk('192.0.2.1')).toBe(false);
});

test('lets a person sign in again after the minute in Retry-After', () => {
  for (const perMinute of [1, 10, 1000]) {
    const { clock, tries } = limitAt(perMinute);
    tries('192.0.2.1', 5000);
    clock.ms += 60_000;
    expect(tries('192.0.2.1', 5000)).toBe(perMinute);
  }
});

test('counts each address for itself', () => {
  const { tries } = limitAt(10);
  tries('192.0.2.1', 50);
  expect(tries('2001:db8::1', 50)).toBe(11);
});

test('keeps only the latest 10,000 of 100,000 addresses', () => {
  const { tries } = limitAt(1);
  for (let i = 0; i < 100_000; i++) tries(`address ${i}`, 2);
  const isKept = (i: number) => tries(`address ${i}`, 1) === 0;
  // The dropped addresses come last, because each of them drops another one.
  expect([90_000, 95_000, 99_999].map(isKept)).toEqual([true, true, true]);
  expect([0, 50_000, 89_999].map(isKept)).toEqual([false, false, false]);
});
