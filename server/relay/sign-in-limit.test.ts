// @vitest-environment node
import { expect, test } from 'vitest';
import { createSignInLimit } from './sign-in-limit.ts';

/** A limit whose clock stands still until it is moved. */
function limitAt(perMinute: number) {
  const clock = { ms: 1_000_000 };
  const canSignIn = createSignInLimit(perMinute, () => clock.ms);
  const tries = (address: string, count: number) =>
    Array.from({ length: count }, () => canSignIn(address)).filter(Boolean).length;
  return { clock, canSignIn, tries };
}

test('lets a person try a few times at once, then as often as the minute allows', () => {
  const { clock, canSignIn, tries } = limitAt(10);
  expect(tries('192.0.2.1', 50)).toBe(11);
  clock.ms += 6_000;
  expect(tries('192.0.2.1', 50)).toBe(1);
  clock.ms += 5_999;
  expect(canSignIn('192.0.2.1')).toBe(false);
});

test('lets a person in again after the minute that it tells them to wait', () => {
  for (const perMinute of [1, 10, 1000]) {
    const { clock, tries } = limitAt(perMinute);
    tries('192.0.2.1', 5000);
    clock.ms += 60_000;
    expect(tries('192.0.2.1', 5000)).toBe(perMinute);
  }
});

test('does not hold one address to what another has tried', () => {
  const { tries } = limitAt(10);
  tries('192.0.2.1', 50);
  expect(tries('2001:db8::1', 50)).toBe(11);
});

test('remembers no more than 10,000 addresses, the latest, of 100,000', () => {
  const { tries } = limitAt(1);
  for (let i = 0; i < 100_000; i++) tries(`address ${i}`, 2);
  const isRemembered = (i: number) => tries(`address ${i}`, 1) === 0;
  // Those in the past are tried last: each one that is new pushes out another.
  expect([90_000, 95_000, 99_999].map(isRemembered)).toEqual([true, true, true]);
  expect([0, 50_000, 89_999].map(isRemembered)).toEqual([false, false, false]);
});
