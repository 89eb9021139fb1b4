import { findPerson } from './find-person.ts';
import type { Pins } from './pins.ts';
import { type Sessions, startSession } from './sessions.ts';

/**
 * Approves a PIN, as a person does on plex.tv's own page. The client that created the PIN can then fetch a token.
 *
 * @returns false when no PIN with this code waits, or when the login is unknown.
 */
export function approvePin(code: string, login: string, now: Date, pins: Pins, sessions: Sessions): boolean {
  const person = findPerson(login, now);
  const pin = pins.findWaiting(code);
  if (person === undefined || pin === undefined) return false;
  const { authToken } = startSession(sessions, person, pin.clientIdentifier);
  pins.approve(code, authToken);
  return true;
}
