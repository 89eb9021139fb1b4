import { useEffect } from 'react';

/** Calls `onShortcut` for a key anywhere on the page. Keys typed into a field count only with Alt. */
export function useShortcut(isKey: (event: KeyboardEvent) => boolean, onShortcut: () => void): void {
  // Only the document gets the keys that are pressed anywhere on the page.
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof Element && event.target.matches('input, textarea, select');
      if (!isKey(event) || (isTyping && !event.altKey)) return;
      event.preventDefault();
      onShortcut();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  });
}
