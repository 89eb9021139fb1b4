// @vitest-environment node
import { expect, test } from 'vitest';
import { formatClock, formatDate, formatExact, formatRelative } from './format-date.ts';

// By this machine's own clock, as people read it.
const moment = new Date(2019, 3, 26, 14, 5, 9);

test('writes a day, a time and both, in the time of this device', () => {
  expect(formatDate(moment)).toBe('26 April 2019');
  expect(formatClock(moment)).toBe('14:05');
  expect(formatExact(moment)).toMatch(/^26 April 2019 at 14:05:09 \S+/);
});

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

test.each<[milliseconds: number, words: string]>([
  [0, 'now'],
  [-minute + 1, 'now'],
  [minute - 1, 'now'],
  [-minute, '1 minute ago'],
  [minute, 'in 1 minute'],
  [-59 * minute, '59 minutes ago'],
  [-hour, '1 hour ago'],
  [5 * hour, 'in 5 hours'],
  [-day, '1 day ago'],
  [12 * day - hour, 'in 12 days'],
  [11 * day + hour, 'in 11 days'],
  [-31 * day, '1 month ago'],
  [-364 * day, '11 months ago'],
  [-366 * day, '1 year ago'],
  [-2 * 366 * day + 3 * day, '1 year ago'],
  [-7.6 * 365.25 * day, '7 years ago'],
  [100 * 365.25 * day, 'in 100 years'],
])('says how far away %d milliseconds are: %s', (milliseconds, words) => {
  expect(formatRelative(new Date(moment.getTime() + milliseconds), moment)).toBe(words);
});

test.each([1, 253_402_300_799_000])(
  'writes the first and the last moment that plex.tv may send: %d',
  (milliseconds) => {
    const date = new Date(milliseconds);
    expect([formatDate(date), formatExact(date), formatRelative(date, moment)].join()).not.toMatch(/Invalid|NaN/);
  },
);
