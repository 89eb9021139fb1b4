import { useState } from 'react';
import { readChoice, storeChoice } from '../ui/stored-choice.ts';
import { useShortcut } from '../ui/use-shortcut.ts';

const storageKey = 'slash-shortcut';

/**
 * Calls `onFind` when the user presses `/`. The shortcut can be switched off (WCAG 2.1.4), and this browser remembers
 * that.
 */
export function useFindShortcut(onFind: () => void) {
  const [hasShortcut, setHasShortcut] = useState(() => readChoice('localStorage', storageKey) !== 'off');
  useShortcut(({ key, ctrlKey, metaKey }) => hasShortcut && key === '/' && !ctrlKey && !metaKey, find);

  function find() {
    if (document.querySelector('dialog[open]')) return; // the page behind a dialog is inert
    onFind();
  }

  function setShortcut(isOn: boolean) {
    setHasShortcut(isOn);
    storeChoice('localStorage', storageKey, isOn ? 'on' : 'off');
  }

  return { hasShortcut, setShortcut };
}
