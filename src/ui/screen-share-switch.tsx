import { EyeOff } from 'lucide';
import { useLayoutEffect, useState } from 'react';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import { readChoice, storeChoice } from './stored-choice.ts';
import { useShortcut } from './use-shortcut.ts';

const storageKey = 'screen-share';

/**
 * Blurs personal values while the screen is shared. The button and Alt+Shift+B switch it, and the tab remembers it. The
 * style of the account page blurs elements with the class `personal`.
 */
export function ScreenShareSwitch() {
  const [isOn, setOn] = useState(isScreenShared);

  // The root element is outside React. A layout effect blurs before the first paint.
  useLayoutEffect(() => {
    document.documentElement.toggleAttribute('data-screen-share', isOn);
  }, [isOn]);

  function toggle() {
    setOn(!isOn);
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

/** Whether the person has blurred personal data in this tab. */
export function isScreenShared(): boolean {
  return readChoice('sessionStorage', storageKey) === 'on';
}
