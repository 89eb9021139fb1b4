import { expect, test } from 'vitest';
import { isRefreshDue } from './use-account.ts';

const minute = 60_000;
const now = Date.UTC(2026, 10, 23, 12);

test.each<[isAsked: boolean, when: string, answeredAgo: number, failedAgo: number]>([
  [false, 'plex.tv has just answered', 0, 1000],
  [false, 'it answered not quite ten minutes ago', 10 * minute - 1, 1000],
  [true, 'it answered ten minutes ago', 10 * minute, 1000 * minute],
  [false, 'a try failed within the last minute', 20 * minute, minute - 1],
  [true, 'the last try failed a minute ago', 20 * minute, minute],
  [true, 'the clock was set back by hours since', -180 * minute, 1000 * minute],
  [false, 'the clock was set back by seconds since', -5000, 1000 * minute],
])('whether plex.tv is asked on return to the tab: %s, if %s', (isAsked, _, answeredAgo, failedAgo) => {
  expect(isRefreshDue({ dataUpdatedAt: now - answeredAgo, errorUpdatedAt: now - failedAgo }, now)).toBe(isAsked);
});
