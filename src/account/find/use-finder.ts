import { useEffect, useMemo, useState } from 'react';
import { useThrow } from '../../ui/use-throw.ts';
import { runInSteps } from '../facts/run-in-steps.ts';
import type { FindSource } from './findables.ts';
import type { CreateFinder, Finder } from './finder.ts';

type UsedFinder = {
  finder: Finder;
  /** What the page shows has changed, and is read. Until that is done, the earlier finder answers. */
  isReading: boolean;
};

/** A finder of what the page shows. */
export function useFinder(createFinder: CreateFinder, source: FindSource): UsedFinder {
  const { account, sources, now, session, clientIdentifier, sections } = source;
  const newest = useMemo(
    () => createFinder({ account, sources, now, session, clientIdentifier, sections }),
    [createFinder, account, sources, now, session, clientIdentifier, sections],
  );
  const [finder, setFinder] = useState(newest);
  const fail = useThrow();

  // Reading takes many turns of the browser, and has to stop when there is something newer to read.
  useEffect(() => {
    if (newest === finder) return; // its searches read the page
    const controller = new AbortController();
    runInSteps(newest.search('').steps, controller.signal)
      .then((isDone) => isDone && setFinder(newest))
      .catch(fail);
    return () => controller.abort();
  }, [newest, finder, fail]);

  return { finder, isReading: newest !== finder };
}
