import { expect, test } from 'vitest';
import { formatDate, formatDateTime, formatRelative, formatTime } from './format-date.ts';

// In local time, as the page shows it.
const moment = new Date(2019, 3, 26, 14, 5, 9);

test('formats a date, a time and both in local time', () => {
  expect(formatDate(moment)).toBe('26 April 2019');
  expect(formatTime(moment)).toBe('14:05');
  expect(formatDateTime(moment)).toMatch(/^26 April 2019 at 14:05:09 \S+/);
});

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

test.each<[milliseconds: number, words: string]>([
  [0, 'now'],
  [0.49 * minute, 'now'],
  [-0.49 * minute, 'now'],
  [0.6 * minute, 'in 1 minute'],
  [-minute + 1, '1 minute ago'],
  [minute - 1, 'in 1 minute'],
  [-minute, '1 minute ago'],
  [minute, 'in 1 minute'],
  [-59 * minute, '59 minutes ago'],
  [59.4 * minute, 'in 59 minutes'],
  [59.6 * minute, 'in 1 hour'],
  [-59.6 * minute, '1 hour ago'],
  [-hour, '1 hour ago'],
  [5 * hour, 'in 5 hours'],
  [23.4 * hour, 'in 23 hours'],
  [23.6 * hour, 'in 1 day'],
  [-23.6 * hour, '1 day ago'],
  [-day, '1 day ago'],
  [12 * day - hour, 'in 12 days'],
  [11 * day + hour, 'in 11 days'],
  [29.4 * day, 'in 29 days'],
  [29.6 * day, 'in 1 month'],
  [-30.6 * day, '1 month ago'],
  [-31 * day, '1 month ago'],
  [60.4 * day, 'in 1 month'],
  [60.6 * day, 'in 2 months'],
  [-364 * day, '11 months ago'],
  [-364.6 * day, '1 year ago'],
  [365.4 * day, 'in 11 months'],
  [365.6 * day, 'in 1 year'],
  [-366 * day, '1 year ago'],
  [-730 * day, '2 years ago'],
  [-2 * 366 * day + 3 * day, '1 year ago'],
  [-7.6 * 365.25 * day, '7 years ago'],
  [100 * 365.25 * day, 'in 100 years'],
])('formats a distance of %d milliseconds as %s', (milliseconds, words) => {
  expect(formatRelative(new Date(moment.getTime() + milliseconds), moment)).toBe(words);
});

test.each([1, 253_402_300_799_000])('formats the earliest and the latest valid time: %d', (milliseconds) => {
  const date = new Date(milliseconds);
  expect([formatDate(date), formatDateTime(date), formatRelative(date, moment)].join()).not.toMatch(/Invalid|NaN/);
});
