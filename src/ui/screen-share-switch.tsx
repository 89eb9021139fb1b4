import { EyeOff } from 'lucide';
import { useState } from 'react';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import { readChoice, storeChoice } from './stored-choice.ts';
import { useShortcut } from './use-shortcut.ts';

const storageKey = 'screen-share';

/**
 * Blurs everything marked `personal` until it is switched off, by the button or Alt+Shift+B; remembered for the tab.
 * The account screen's style does the blurring.
 */
export function ScreenShareSwitch() {
  const [isOn, setOn] = useState(() => put(isScreenShared()));

  function toggle() {
    setOn(put(!isOn));
    storeChoice('sessionStorage', storageKey, isOn ? 'off' : 'on');
  }

  useShortcut((event) => event.altKey && event.shiftKey && event.code === 'KeyB', toggle);

  return (
    <Button
      aria-pressed={isOn}
      aria-keyshortcuts="Alt+Shift+B"
      aria-label="Blur for screen sharing"
      title="Blur for screen sharing: Alt+Shift+B"
      className={isOn ? 'border-text bg-text text-ground' : ''}
      onClick={toggle}
    >
      <Icon node={EyeOff} /> <span className="max-lg:hidden">Blur</span>
    </Button>
  );
}

/** Whether this tab is shown to others, as far as the person has said so. */
export function isScreenShared(): boolean {
  return readChoice('sessionStorage', storageKey) === 'on';
}

function put(isOn: boolean): boolean {
  document.documentElement.toggleAttribute('data-screen-share', isOn);
  return isOn;
}
