import type { Findable } from './findable-rows.ts';
import { type FindSource, findablesOf } from './findables.ts';
import { findRow, goToFindable } from './go-to-findable.ts';
import { createSearch, type Search } from './search-findables.ts';
import { createSearchIndex } from './search-index.ts';

export type Finder = {
  /** Starts a search. It also reads what is not read yet of the page. A search for nothing only reads. */
  search: (query: string) => Search;
  isDrawn: (findable: Findable) => boolean;
  goTo: (findable: Findable) => Promise<void>;
};

export type CreateFinder = typeof createFinder;

/** The part of Find without components. It loads soon after the account is painted, or else when Find opens. */
export function createFinder(source: FindSource): Finder {
  return {
    search: createSearch(createSearchIndex(findablesOf(source))),
    isDrawn: (findable) => findRow(findable) !== undefined,
    goTo: goToFindable,
  };
}
