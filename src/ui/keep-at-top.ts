import { onInteraction as listenToInteraction } from './on-interaction.ts';

const stillFrames = 120;

/**
 * Scrolls to the element with an id, and again while it moves: panels above it are drawn in steps, and some wait for plex.tv.
 * Stops when the element has not moved for two seconds, or when the person scrolls, clicks or presses a key.
 *
 * @param onInteraction called when the person scrolls, clicks or presses a key.
 * @returns a function that stops it.
 */
export function keepAtTop(id: string, isPageComplete: boolean, onInteraction = () => {}): () => void {
  let frame = 0;
  let framesLeft = stillFrames;
  let lastTop: number | undefined;
  const listeners = new AbortController();
  const stop = () => {
    cancelAnimationFrame(frame);
    listeners.abort();
  };
  const scroll = () => {
    // A panel takes the place of its skeleton, with the same id.
    const element = document.getElementById(id);
    element?.scrollIntoView();
    const top = element?.getBoundingClientRect().top;
    framesLeft = top === lastTop ? framesLeft - 1 : stillFrames;
    lastTop = top;
    if (framesLeft > 0 || !isPageComplete) frame = requestAnimationFrame(scroll);
    else stop();
  };
  const stopAndReport = () => {
    stop();
    onInteraction();
  };
  listenToInteraction(stopAndReport, listeners.signal);
  frame = requestAnimationFrame(scroll);
  return stop;
}
