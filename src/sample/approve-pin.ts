import { findPerson } from './find-person.ts';
import type { Pins } from './pins.ts';
import { randomToken } from './random-token.ts';
import type { Sessions } from './sessions.ts';

/**
 * Somebody signs in at plex.tv's own page and agrees to a PIN: the client that made it gets a token of theirs.
 *
 * @returns false when no PIN with this code waits, or nobody has this login.
 */
export function approvePin(code: string, login: string, now: Date, pins: Pins, sessions: Sessions): boolean {
  const person = findPerson(login, now);
  if (person === undefined || !pins.isWaiting(code)) return false;
  const authToken = randomToken();
  sessions.set(authToken, { account: { ...person.account, authToken }, trouble: person.failure });
  pins.claim(code, authToken);
  return true;
}
