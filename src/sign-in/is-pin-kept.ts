export const pinKey = 'plex-pin';

/** Whether this tab has been to plex.tv and waits for its word. */
export function isPinKept(): boolean {
  try {
    return sessionStorage.getItem(pinKey) !== null;
  } catch {
    return false; // storage is blocked
  }
}
