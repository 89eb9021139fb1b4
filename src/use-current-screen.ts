import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import type { Session } from './session/session.ts';
import type { NoSession } from './session/storage/restore-session.ts';
import type { InitialValues } from './sign-in/sign-in-form.tsx';

/** The state of the current screen. `returning` restores a stored session, behind a loading screen. */
export type ScreenState =
  | { state: 'returning'; restored?: NoSession }
  | { state: 'signed-in'; session: Session }
  | { state: 'signing-in'; notice?: ReactNode; initialValues?: InitialValues | undefined };

/** Shows the next screen. Returns false, and does nothing, if another screen has replaced the caller's. */
export type ShowScreen = (next: ScreenState) => boolean;

/** The current screen. `screenIndex` counts the screens, so that each gets a React key of its own. */
export function useCurrentScreen(first: () => ScreenState) {
  const currentIndex = useRef<number>(undefined);
  const [{ screenIndex, screen }, setCurrent] = useState(() => ({ screenIndex: 0, screen: first() }));

  // A response can arrive after the person has opened or left the sample. This is a layout effect, because the effects
  // of the screen inside may call `showScreen`.
  useLayoutEffect(() => {
    currentIndex.current = screenIndex;
    return () => {
      currentIndex.current = undefined;
    };
  }, [screenIndex]);

  /** Whether this screen is still shown. */
  const isCurrent = () => currentIndex.current === screenIndex;

  /** Shows the next screen and forgets this one. */
  function showScreen(next: ScreenState): boolean {
    if (!isCurrent()) return false;
    currentIndex.current = screenIndex + 1;
    setCurrent({ screenIndex: screenIndex + 1, screen: next });
    return true;
  }

  return { screenIndex, screen, isCurrent, showScreen };
}
