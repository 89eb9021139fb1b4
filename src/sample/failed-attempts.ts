const allowedInARow = 5;
const lockMilliseconds = 10 * 60 * 1000;

export type FailedAttempts = {
  note: (login: string) => void;
  forget: (login: string) => void;
  isLocked: (login: string) => boolean;
};

/**
 * Counts wrong passwords and codes in a row. After five a login is locked for ten minutes, even for those who have it
 * right by then. plex.tv locks for hours or days, which would be of no use here.
 */
export function createFailedAttempts(now: () => Date): FailedAttempts {
  const failures = new Map<string, { count: number; last: number }>();
  const isOver = (last: number) => now().getTime() - last > lockMilliseconds;
  return {
    note: (login) => {
      const earlier = failures.get(login);
      const count = earlier === undefined || isOver(earlier.last) ? 0 : earlier.count;
      failures.set(login, { count: count + 1, last: now().getTime() });
    },
    forget: (login) => {
      failures.delete(login);
    },
    isLocked: (login) => {
      const earlier = failures.get(login);
      return earlier !== undefined && earlier.count >= allowedInARow && !isOver(earlier.last);
    },
  };
}
