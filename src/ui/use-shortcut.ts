import { useEffect } from 'react';

/** Does something at a key, wherever the focus is; not while somebody types, unless the key is held with Alt. */
export function useShortcut(isKey: (event: KeyboardEvent) => boolean, act: () => void): void {
  // Keys pressed anywhere on the page reach only the document.
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof Element && event.target.matches('input, textarea, select');
      if (!isKey(event) || (isTyping && !event.altKey)) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  });
}
