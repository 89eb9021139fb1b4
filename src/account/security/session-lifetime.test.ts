import { expect, test } from 'vitest';
import { localNoon } from '../../test/local-noon.ts';
import type { SessionSummary } from '../facts/panel-props.ts';
import type { SignInEnd } from '../facts/sign-in-end.ts';
import { sessionLifetime } from './session-lifetime.ts';

const now = localNoon('2026-11-23');
const session: SessionSummary = {
  method: 'password',
  actualStorage: 'tab',
  end: { kind: 'known', at: localNoon('2026-12-05') },
  device: 'Chrome on Linux',
};

const endIn = (hours: number): SignInEnd => ({
  kind: hours > 0 ? 'known' : 'past',
  at: new Date(now.getTime() + hours * 3_600_000),
});

test('shows in words and days how long the sign-in lasts', () => {
  const { timeLeft, meter, isEnding } = sessionLifetime(session, now);
  expect(timeLeft).toBe('It lasts until 5 December 2026, 12 days from now.');
  expect(meter).toEqual({ days: 12, of: 14, low: 2 });
  expect(isEnding).toBe(false);
});

test.each<[isEnding: boolean, hours: number, timeLeft: string]>([
  [false, 49, 'It lasts until 25 November 2026, 2 days from now.'],
  [true, 48, 'It lasts until 25 November 2026, 2 days from now.'],
  [true, 5, 'It lasts until 23 November 2026, 5 hours from now.'],
  [true, 0, 'It should have ended on 23 November 2026: plex.tv may end it at any time.'],
  [true, -30, 'It should have ended on 22 November 2026: plex.tv may end it at any time.'],
])('warns about the end: %s, with %i hours left', (isEnding, hours, timeLeft) => {
  const lifetime = sessionLifetime({ ...session, end: endIn(hours) }, now);
  expect(lifetime).toMatchObject({ isEnding, timeLeft });
  expect(lifetime.meter?.days).toBe(Math.max(0, hours) / 24);
});

test('extends the meter for a longer sign-in', () => {
  expect(sessionLifetime({ ...session, end: endIn(30 * 24) }, now).meter).toEqual({ days: 30, of: 30, low: 2 });
});

test('shows no meter and no warning if plex.tv gave no end', () => {
  const { timeLeft, meter, isEnding } = sessionLifetime({ ...session, end: { kind: 'none' } }, now);
  expect(timeLeft).toBe('plex.tv gave no end for this sign-in.');
  expect([meter, isEnding]).toEqual([undefined, false]);
});

test.each<[SessionSummary['actualStorage'], SignInEnd, string]>([
  ['page', session.end, 'Not stored, so it is lost when you close or reload this page.'],
  ['tab', session.end, 'Kept in this tab only, until you close it.'],
  ['browser', session.end, 'Kept on this browser, until 5 December 2026 or until you sign out.'],
  ['browser', { kind: 'not-said' }, 'Kept on this browser, for 14 days or until you sign out.'],
])('shows where the session is stored: %s', (actualStorage, end, words) => {
  expect(sessionLifetime({ ...session, actualStorage, end }, now).storage).toBe(words);
});
