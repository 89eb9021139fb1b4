const dayMs = 24 * 60 * 60 * 1000;

/** Whether plex.tv has asked, by `Retry-After`, to wait before the next such request. */
export function hasToWait(error: { details: { retryAt?: Date | undefined } } | null | undefined): boolean {
  const waitMs = (error?.details.retryAt?.getTime() ?? 0) - Date.now();
  return waitMs > 0 && waitMs <= dayMs; // a longer wait means that the clock was set back
}
