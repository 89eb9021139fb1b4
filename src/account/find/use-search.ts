import { useEffect, useEffectEvent, useState } from 'react';
import { flushSync } from 'react-dom';
import { yieldToBrowser } from '../../plex/yield-to-browser.ts';
import { useThrow } from '../../ui/use-throw.ts';
import { runInSteps } from '../facts/run-in-steps.ts';
import type { Findable } from './findable-rows.ts';
import type { Finder } from './finder.ts';
import type { FindResults } from './search-findables.ts';

/** The results for a query. An incomplete search may find better ones. It has at least one result. */
export type Found = FindResults & { query: string; isComplete: boolean };

const nothing: Found = { query: '', groups: [], count: 0, isComplete: true };

/**
 * Searches in steps. The results of the query before stay until there are new ones.
 *
 * @param onShown called when the first results of a query are shown, and when everything was searched.
 */
export function useSearch(finder: Finder, query: string, onShown: (found: Found) => void): Found {
  const [found, setFound] = useState(nothing);
  const fail = useThrow();
  // At once, though the search for nothing goes on: it reads the page.
  if (query.trim() === '' && found.query.trim() !== '') setFound(nothing);
  const isWorthDrawing = useEffectEvent((first: Found) => isBetter(first, found));
  const reportShown = useEffectEvent(onShown);

  // A search takes several turns of the browser, and has to stop when the query changes or the dialog closes.
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const { steps, results } = finder.search(query);
    const show = async (latest: Found) => {
      if (await showInOwnTurn(signal, () => setFound(latest))) reportShown(latest);
    };
    const showFirst = () => {
      const first = { ...results(), query, isComplete: false };
      if (isWorthDrawing(first)) show(first).catch(fail);
    };
    runInSteps(steps, signal, showFirst)
      .then((isDone) => (isDone ? show({ ...results(), query, isComplete: true }) : undefined))
      .catch(fail);
    return () => controller.abort();
  }, [finder, query, fail]);

  return found;
}

/** Drawing takes long enough to need a turn. It is done at once, because React would first finish other drawing. */
async function showInOwnTurn(signal: AbortSignal, show: () => void): Promise<boolean> {
  await yieldToBrowser();
  if (!signal.aborted) flushSync(show);
  return !signal.aborted;
}

/** Whether incomplete results should take the place of those that are shown. */
function isBetter(first: Found, shown: Found): boolean {
  if (first.count === 0) return false;
  if (first.query !== shown.query) return true;
  const [found, before] = [findablesIn(first), findablesIn(shown)];
  return !shown.isComplete && (found.length !== before.length || found.some((item, index) => item !== before[index]));
}

export function findablesIn({ groups }: FindResults): Findable[] {
  return groups.flatMap(({ results }) => results.map(({ findable }) => findable));
}
