import { describe, expect, test } from 'vitest';
import { isLongExpired, isPlausibleExpiry, sessionExpiry } from './session-expiry.ts';

const now = new Date('2026-11-23T12:00:00Z');
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);
const days = (count: number) => hours(count * 24);

describe('a session ends', () => {
  test.each<[when: string, end: Date | null | undefined, ends: Date]>([
    ['in 14 days, as plex.tv says', days(14), days(14)],
    ['in a moment', new Date(now.getTime() + 1), new Date(now.getTime() + 1)],
    ['in a year', days(366), days(366)],
    ['in more than a year: 14 days', days(367), days(14)],
    ['in the year 9999: 14 days', new Date('9999-12-31'), days(14)],
    ['now: 14 days', now, days(14)],
    ['yesterday: 14 days', days(-1), days(14)],
    ['never: 14 days', null, days(14)],
    ['at a time that was not sent: 14 days', undefined, days(14)],
  ])('%s', (_, end, ends) => {
    expect(sessionExpiry(end, now)).toEqual(ends);
  });

  test('not at an invalid date', () => {
    expect(isPlausibleExpiry(new Date(Number.NaN), now)).toBe(false);
  });
});

describe('a remembered session is forgotten', () => {
  test.each([
    [false, 'before it ends', hours(1)],
    [false, 'as it ends', now],
    [false, '23 hours after it ended, since the clock may be ahead', hours(-23)],
    [true, 'a day after it ended', hours(-25)],
  ])('%s: %s', (isForgotten, _, end) => {
    expect(isLongExpired(end, now)).toBe(isForgotten);
  });
});
