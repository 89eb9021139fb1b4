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
  [500, 'serverError', 'serverError'],
  [502, 'plexTvUnreachable', 'plexTvUnreachable'],
  [503, 'serverError', 'serverError'],
  [504, 'timedOut', 'timedOut'],
  [520, 'serverError', 'serverError'],
  [302, 'refused', 'refused'],
])('HTTP %i without a code means %s on sign-in and %s for a stored token', (status, signIn, account) => {
  expect(errorKind('sign-in', status)).toBe(signIn);
  expect([errorKind('account', status), errorKind('sign-out', status)]).toEqual([account, account]);
});

test('code 1001 means a wrong login on sign-in and a dead token elsewhere, with any status', () => {
  expect([errorKind('sign-in', 403, 1001), errorKind('account', 403, 1001)]).toEqual(['wrongLogin', 'signedOut']);
});
