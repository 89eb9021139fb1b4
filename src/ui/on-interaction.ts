/** Calls back when the person scrolls, clicks or presses a key, until the signal stops it. */
export function onInteraction(callback: () => void, signal: AbortSignal): void {
  // A key that is held down was pressed before.
  const report = (event: Event) => (event instanceof KeyboardEvent && event.repeat) || callback();
  for (const type of ['wheel', 'touchmove', 'pointerdown', 'keydown']) {
    document.addEventListener(type, report, { capture: true, passive: true, signal });
  }
}
