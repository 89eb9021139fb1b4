import { useEffect, useEffectEvent } from 'react';
import { flushSync } from 'react-dom';

const hideAfterMs = 30_000;

/** Hides a secret that is shown: after 30 seconds, when the person leaves the tab, and when a form is sent. */
export function useAutoHide(isShown: boolean, hide: () => void): void {
  // Synchronous, because the browser may write the fields of the page to its session file right after.
  const hideNow = useEffectEvent(() => flushSync(hide));

  // A secret must not stay on an unattended screen. The timer and the listeners end with the component.
  useEffect(() => {
    if (!isShown) return;
    const onEvent = () => hideNow();
    const events = ['visibilitychange', 'pagehide', 'submit'];
    const timer = setTimeout(onEvent, hideAfterMs);
    for (const type of events) window.addEventListener(type, onEvent, { capture: true });
    return () => {
      clearTimeout(timer);
      for (const type of events) window.removeEventListener(type, onEvent, { capture: true });
    };
  }, [isShown]);
}
