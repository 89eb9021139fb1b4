/** Before the id of a session, in the storage that keeps it. */
export const sessionKeyPrefix = 'plex-session:';

/** Whether somebody may still be signed in here. All else about it is fetched only then: most visits find nobody. */
export function hasStoredSession(): boolean {
  try {
    return Object.keys({ ...sessionStorage, ...localStorage }).some((key) => key.startsWith(sessionKeyPrefix));
  } catch {
    return false; // storage is blocked
  }
}
