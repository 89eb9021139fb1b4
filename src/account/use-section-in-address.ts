import { useEffect, useRef } from 'react';
import { sectionInFragment } from '../ui/address-fragment.ts';
import { keepAtTop } from '../ui/keep-at-top.ts';

/** Scrolls to the section that the fragment of the address names: on arrival, and when it is followed as a link. */
export function useSectionInAddress(isFullyDrawn: boolean): void {
  const hasInteracted = useRef(false);

  // The address and the scroll position are outside React.
  useEffect(() => {
    const section = sectionInFragment();
    if (!document.getElementById(section) || hasInteracted.current) return;
    return keepAtTop(section, isFullyDrawn, () => {
      hasInteracted.current = true;
    });
  }, [isFullyDrawn]);

  // Links and the address bar are outside React.
  useEffect(() => {
    let stop = () => {};
    const follow = () => {
      stop();
      const section = sectionInFragment();
      if (document.getElementById(section)) stop = keepAtTop(section, true);
    };
    const onHashChange = () => {
      // Back and Forward return to a visited entry, where the browser restores the scroll position.
      if (history.state === visited) return;
      history.replaceState(visited, '');
      follow();
    };
    // A second click on the same link does not change the address.
    const onClick = (event: MouseEvent) => {
      const { target } = event;
      const link = target instanceof Element && target.closest<HTMLAnchorElement>('a[href^="#"]');
      if (!link || link.hash.slice(1) !== sectionInFragment()) return;
      // The address also names the sample: the browser takes the link for another one.
      if (link.hash !== location.hash) event.preventDefault();
      follow();
    };
    window.addEventListener('hashchange', onHashChange);
    document.addEventListener('click', onClick);
    return () => {
      stop();
      window.removeEventListener('hashchange', onHashChange);
      document.removeEventListener('click', onClick);
    };
  }, []);
}

const visited = 'visited';
