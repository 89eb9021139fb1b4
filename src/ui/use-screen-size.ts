import { useSyncExternalStore } from 'react';

export type ScreenSize = 'wide' | 'medium' | 'narrow';

/** The same widths as Tailwind's `lg` and `sm`. */
const queries = { wide: '(width >= 64rem)', medium: '(width >= 40rem)' };

/** Follows the width of the window. Styles cannot move a control into a menu without a second copy of it. */
export function useScreenSize(): ScreenSize {
  return useSyncExternalStore(watch, read, () => 'wide');
}

function read(): ScreenSize {
  if (typeof matchMedia === 'undefined' || matchMedia(queries.wide).matches) return 'wide';
  return matchMedia(queries.medium).matches ? 'medium' : 'narrow';
}

function watch(onChange: () => void) {
  if (typeof matchMedia === 'undefined') return () => undefined;
  const lists = Object.values(queries).map((query) => matchMedia(query));
  for (const list of lists) list.addEventListener('change', onChange);
  return () => {
    for (const list of lists) list.removeEventListener('change', onChange);
  };
}
