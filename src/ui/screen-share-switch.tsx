import { useState } from 'react';
import { Button } from './button.tsx';
import { useShortcut } from './use-shortcut.ts';

const storageKey = 'screen-share';

/**
 * Blurs everything marked `personal` until it is switched off, by the button or Alt+Shift+B; remembered for the tab.
 * The account screen's style does the blurring.
 */
export function ScreenShareSwitch() {
  const [isOn, setOn] = useState(() => put(wasOn()));

  function toggle() {
    setOn(put(!isOn));
    try {
      sessionStorage.setItem(storageKey, isOn ? 'off' : 'on');
    } catch {
      // Storage is blocked: the choice lasts as long as the page.
    }
  }

  useShortcut((event) => event.altKey && event.shiftKey && event.code === 'KeyB', toggle);

  return (
    <Button
      aria-pressed={isOn}
      aria-keyshortcuts="Alt+Shift+B"
      title="Alt+Shift+B"
      className={isOn ? 'border-text font-semibold' : ''}
      onClick={toggle}
    >
      Blur for screen sharing
    </Button>
  );
}

function put(isOn: boolean): boolean {
  document.documentElement.toggleAttribute('data-screen-share', isOn);
  return isOn;
}

function wasOn(): boolean {
  try {
    return sessionStorage.getItem(storageKey) === 'on';
  } catch {
    return false;
  }
}
