import { EyeOff } from 'lucide';
import { useLayoutEffect, useState } from 'react';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import { SheetAction } from './sheet.tsx';
import { readChoice, storeChoice } from './stored-choice.ts';
import { useShortcut } from './use-shortcut.ts';

const storageKey = 'screen-share';

type ScreenShare = { isOn: boolean; toggle: () => void };

/**
 * Blurs personal values while the screen is shared. Alt+Shift+B switches it, and the tab remembers it. The style of the
 * account page blurs elements with the class `personal`.
 */
export function useScreenShare(): ScreenShare {
  const [isOn, setOn] = useState(isScreenShared);

  // React does not draw the root element. A layout effect blurs before the first paint.
  useLayoutEffect(() => {
    document.documentElement.toggleAttribute('data-screen-share', isOn);
  }, [isOn]);

  function toggle() {
    setOn(!isOn);
    storeChoice('sessionStorage', storageKey, isOn ? 'off' : 'on');
  }

  useShortcut((event) => event.altKey && event.shiftKey && event.code === 'KeyB', toggle);

  return { isOn, toggle };
}

/** The switch in the header, or in a sheet. */
export function ScreenShareSwitch({ isOn, toggle, isInSheet = false }: ScreenShare & { isInSheet?: boolean }) {
  const shared = {
    'aria-pressed': isOn,
    'aria-keyshortcuts': 'Alt+Shift+B',
    'aria-label': 'Blur for screen sharing',
    title: 'Blur for screen sharing: Alt+Shift+B',
    onClick: toggle,
  };
  if (isInSheet) {
    return (
      <SheetAction {...shared}>
        <Icon node={EyeOff} />
        <span className="flex-1">Blur for screen sharing</span>
        <span className="text-fine text-muted">{isOn ? 'On' : 'Off'}</span>
      </SheetAction>
    );
  }
  return (
    <Button {...shared} variant="bare" className={isOn ? 'bg-text text-ground hover:bg-text' : ''}>
      <Icon node={EyeOff} /> Blur
    </Button>
  );
}

/** Whether the person has blurred personal data in this tab. */
export function isScreenShared(): boolean {
  return readChoice('sessionStorage', storageKey) === 'on';
}
