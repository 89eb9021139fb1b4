import { findPerson } from './find-person.ts';
import type { Pins } from './pins.ts';
import { randomToken } from './random-token.ts';
import type { Sessions } from './sessions.ts';

/**
 * Approves a PIN, as a person does on plex.tv's own page. The client that created the PIN can then fetch a token.
 *
 * @returns false when no PIN with this code waits, or when the login is unknown.
 */
export function approvePin(code: string, login: string, now: Date, pins: Pins, sessions: Sessions): boolean {
  const person = findPerson(login, now);
  if (person === undefined || !pins.isWaiting(code)) return false;
  const authToken = randomToken();
  const account = { ...person.account, authToken };
  sessions.set(authToken, { login: person.sample.login, account, failure: person.failure });
  pins.approve(code, authToken);
  return true;
}
