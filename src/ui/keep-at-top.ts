const stillFrames = 120;

/**
 * Scrolls to an element, and again while it moves: panels off screen have a guessed height until they are drawn, and some
 * wait for an answer of plex.tv. Stops when the element stands still for two seconds, and at the first act of the person,
 * whom it reports.
 *
 * @returns a function that stops it.
 */
export function keepAtTop(element: Element, isPageComplete: boolean, onPersonActs = () => {}): () => void {
  let frame = 0;
  let framesLeft = stillFrames;
  let lastTop: number | undefined;
  const listeners = new AbortController();
  const stop = () => {
    cancelAnimationFrame(frame);
    listeners.abort();
  };
  const scroll = () => {
    element.scrollIntoView();
    const { top } = element.getBoundingClientRect();
    framesLeft = top === lastTop ? framesLeft - 1 : stillFrames;
    lastTop = top;
    if (framesLeft > 0 || !isPageComplete) frame = requestAnimationFrame(scroll);
    else stop();
  };
  const onAct = () => {
    stop();
    onPersonActs();
  };
  for (const type of ['wheel', 'touchmove', 'pointerdown', 'keydown']) {
    document.addEventListener(type, onAct, { capture: true, passive: true, signal: listeners.signal });
  }
  frame = requestAnimationFrame(scroll);
  return stop;
}
