const maxFailures = 5;
const lockMilliseconds = 10 * 60 * 1000;

export type FailedAttempts = {
  add: (login: string) => void;
  clear: (login: string) => void;
  isLocked: (login: string) => boolean;
};

/**
 * Counts failed sign-ins in a row. After five failures a login is locked for ten minutes, also for the right password.
 * plex.tv locks for hours or days, which is too long to try out.
 */
export function createFailedAttempts(now: () => Date): FailedAttempts {
  const failures = new Map<string, { count: number; last: number }>();
  const isOver = (last: number) => now().getTime() - last > lockMilliseconds;
  return {
    add: (login) => {
      const previous = failures.get(login);
      const count = previous === undefined || isOver(previous.last) ? 0 : previous.count;
      failures.set(login, { count: count + 1, last: now().getTime() });
    },
    clear: (login) => {
      failures.delete(login);
    },
    isLocked: (login) => {
      const previous = failures.get(login);
      return previous !== undefined && previous.count >= maxFailures && !isOver(previous.last);
    },
  };
}
