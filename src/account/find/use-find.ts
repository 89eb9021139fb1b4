import { useEffect, useState } from 'react';
import { type LoadedFind, loadFind } from './find.tsx';

/** By then an ordinary account is drawn with its panels, also on a slow phone. */
const loadAfterMs = 2000;
/** How long Find is open before it asks plex.tv for what the page has not asked for yet. */
const askAfterMs = 300;

/**
 * Opens and closes Find.
 *
 * @param isPainted whether the account is painted.
 * @param askAll asks plex.tv for what the page has not asked for yet.
 */
export function useFind(isPainted: boolean, askAll: () => void) {
  const [openFind, setOpenFind] = useState<LoadedFind | null>(null);

  // Its code should be there when Find opens. Not without a network: some browsers never try again to load code that has
  // failed to load.
  useEffect(() => {
    if (!isPainted) return;
    const timer = setTimeout(() => navigator.onLine && void loadFind(), loadAfterMs);
    return () => clearTimeout(timer);
  }, [isPainted]);

  // Find shows what is already there first: each answer draws the page again, and would delay the first results.
  useEffect(() => {
    if (!openFind) return;
    const timer = setTimeout(askAll, askAfterMs);
    return () => clearTimeout(timer);
  }, [openFind, askAll]);

  return {
    openFind,
    find: () => void loadFind().then(setOpenFind),
    closeFind: () => setOpenFind(null),
  };
}
