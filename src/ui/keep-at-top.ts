const stillFrames = 120;

/**
 * Scrolls to the element with an id, and again while it moves: panels off screen have a guessed height until they are drawn, and some
 * wait for an answer of plex.tv. Stops when the element stands still for two seconds, and at the first act of the person,
 * whom it reports.
 *
 * @returns a function that stops it.
 */
export function keepAtTop(id: string, isPageComplete: boolean, onPersonActs = () => {}): () => void {
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
