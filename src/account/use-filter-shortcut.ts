import { useState } from 'react';
import { readChoice, storeChoice } from '../ui/stored-choice.ts';
import { useShortcut } from '../ui/use-shortcut.ts';

const storageKey = 'slash-shortcut';

/**
 * Moves the focus to the filter of the "Everything" panel when the user presses `/`. The shortcut can be switched off
 * (WCAG 2.1.4), and this browser remembers that.
 */
export function useFilterShortcut() {
  const [hasShortcut, setHasShortcut] = useState(() => readChoice('localStorage', storageKey) !== 'off');
  useShortcut(({ key, ctrlKey, metaKey }) => hasShortcut && key === '/' && !ctrlKey && !metaKey, focusFilter);

  function setShortcut(isOn: boolean) {
    setHasShortcut(isOn);
    storeChoice('localStorage', storageKey, isOn ? 'on' : 'off');
  }

  return { focusFilter, hasShortcut, setShortcut };
}

function focusFilter() {
  if (document.querySelector('dialog[open]')) return; // the page behind a dialog is inert
  document.querySelector<HTMLInputElement>('#everything input[type=search]')?.focus();
}
