import type { Findable } from './findable-rows.ts';
import { type FindSource, findablesOf } from './findables.ts';
import { findRow, goToFindable } from './go-to-findable.ts';
import { createSearch, type FindResults } from './search-findables.ts';

export type Finder = {
  search: (query: string) => FindResults;
  isDrawn: (findable: Findable) => boolean;
  goTo: (findable: Findable) => Promise<void>;
};

export type CreateFinder = typeof createFinder;

/** The part of Find without components. It loads when the person opens Find. */
export function createFinder(source: FindSource): Finder {
  return {
    search: createSearch(findablesOf(source)),
    isDrawn: (findable) => findRow(findable) !== undefined,
    goTo: goToFindable,
  };
}
