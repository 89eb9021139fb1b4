/** Other pages of this origin can list lock names. The whole id would tell them the name of the tabs' channel. */
const lockName = (sessionId: string) => `plex-ask:${sessionId.slice(0, 8)}`;

/**
 * Asks for the lock that only one tab of a session holds, while it asks plex.tv for the account. Without Web Locks (on
 * plain http) it is `failed`.
 *
 * @returns a function that releases the lock. `taken`: another tab holds it, and the options say not to wait. `failed`:
 * cookies are blocked, or the wait was aborted.
 */
export function requestAccountLock(
  sessionId: string,
  options: LockOptions,
): Promise<(() => void) | 'taken' | 'failed'> {
  const locks: LockManager | undefined = navigator.locks;
  if (!locks) return Promise.resolve('failed');
  return new Promise((resolve) => {
    const hold = (lock: Lock | null) =>
      lock ? new Promise<void>((release) => resolve(release)) : Promise.resolve(resolve('taken'));
    locks.request(lockName(sessionId), options, hold).catch(() => resolve('failed')); // also when another page steals it
  });
}
