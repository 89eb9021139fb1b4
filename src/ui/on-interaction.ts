/** Calls back when the person scrolls, clicks or presses a key, until the signal stops it. */
export function onInteraction(callback: (event: Event) => void, signal: AbortSignal): void {
  for (const type of ['wheel', 'touchmove', 'pointerdown', 'keydown']) {
    document.addEventListener(type, callback, { capture: true, passive: true, signal });
  }
}
