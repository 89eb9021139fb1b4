import { expect, test } from 'vitest';
import { errorKind } from './error-kind.ts';
import type { PlexErrorKind } from './plex-error.ts';

test.each<[status: number, signIn: PlexErrorKind, account: PlexErrorKind]>([
  [400, 'malformed', 'malformed'],
  [401, 'wrongLogin', 'signedOut'],
  [402, 'refused', 'refused'],
  [403, 'refused', 'refused'],
  [404, 'refused', 'refused'],
  [410, 'gone', 'gone'],
  [422, 'malformed', 'signedOut'],
  [429, 'rateLimited', 'rateLimited'],
  [498, 'refused', 'signedOut'],
  [500, 'serverTrouble', 'serverTrouble'],
  [502, 'plexTvUnreachable', 'plexTvUnreachable'],
  [503, 'serverTrouble', 'serverTrouble'],
  [504, 'timedOut', 'timedOut'],
  [520, 'serverTrouble', 'serverTrouble'],
  [302, 'refused', 'refused'],
])('HTTP %i without a code is %s on sign-in and %s on a stored token', (status, signIn, account) => {
  expect(errorKind('sign-in', status)).toBe(signIn);
  expect([errorKind('account', status), errorKind('sign-out', status)]).toEqual([account, account]);
});

test('code 1001 is a wrong login on sign-in and a dead token elsewhere, whatever the status', () => {
  expect([errorKind('sign-in', 403, 1001), errorKind('account', 403, 1001)]).toEqual(['wrongLogin', 'signedOut']);
});
