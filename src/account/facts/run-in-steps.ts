import { yieldToBrowser } from '../../plex/yield-to-browser.ts';

/** From 50 ms on, people notice that the page does not react. The last step before a pause may be a long one. */
const maxMsWithoutPause = 12;

/**
 * Runs one step after the other, and gives the browser a turn at the beginning and whenever the time is used up.
 *
 * @param onPause called before a turn of the browser, when some steps are done.
 * @returns whether all steps were run: false if the signal has stopped them.
 */
export async function runInSteps(
  steps: Iterable<unknown>,
  signal: AbortSignal,
  onPause: () => void = () => undefined,
): Promise<boolean> {
  await yieldToBrowser();
  if (signal.aborted) return false;
  let resumedAt = performance.now();
  for (const _ of steps) {
    if (performance.now() - resumedAt < maxMsWithoutPause) continue;
    onPause();
    await yieldToBrowser();
    if (signal.aborted) return false;
    resumedAt = performance.now();
  }
  return true;
}
