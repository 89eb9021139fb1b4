import { useState } from 'react';
import { readChoice, storeChoice } from '../ui/stored-choice.ts';
import { useShortcut } from '../ui/use-shortcut.ts';

const storageKey = 'slash-shortcut';

/**
 * The way to the filter over all that plex.tv sent: by a button, or by `/`. Keys that work anywhere on the page disturb
 * those who speak to their computer (WCAG 2.1.4), so this one can be switched off, and stays so in this browser.
 */
export function useFilterShortcut() {
  const [hasShortcut, setShortcut] = useState(() => readChoice('localStorage', storageKey) !== 'off');
  useShortcut(({ key, ctrlKey, metaKey }) => hasShortcut && key === '/' && !ctrlKey && !metaKey, focusFilter);

  function chooseShortcut(isOn: boolean) {
    setShortcut(isOn);
    storeChoice('localStorage', storageKey, isOn ? 'on' : 'off');
  }

  return { focusFilter, hasShortcut, chooseShortcut };
}

function focusFilter() {
  if (document.querySelector('dialog[open]')) return; // the page behind it is inert
  document.querySelector<HTMLElement>('[popover]')?.hidePopover?.();
  document.querySelector<HTMLInputElement>('#everything input[type=search]')?.focus();
}
