import { removeExpiredMarks } from './session/storage/ended-sessions.ts';
import { restoreAddress } from './sign-in/pin/return-address.ts';

/** Cleans up after earlier visits, once when the page starts. */
export function tidyUp(): void {
  // After the return from plex.tv, the page gets back the address that it had before.
  restoreAddress();
  // Clear the marks of ended sessions even if nobody signs in again.
  removeExpiredMarks(new Date());
}
