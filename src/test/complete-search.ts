import type { Findable } from '../account/find/findable-rows.ts';
import { createSearch, type FindResults, type Search } from '../account/find/search-findables.ts';
import { createSearchIndex } from '../account/find/search-index.ts';

/** Returns a function that finds the results of a query in one go. */
export function completeSearch(findables: Iterable<Findable>, maxChunkLength?: number): (query: string) => FindResults {
  const search = createSearch(createSearchIndex(findables, maxChunkLength));
  return (query) => resultsAfterAllSteps(search(query));
}

export function resultsAfterAllSteps({ steps, results }: Search): FindResults {
  for (const _ of steps);
  return results();
}
