import { useIsSlow } from '../../ui/use-is-slow.ts';

/** A shorter search must not flash a text, nor have it announced. */
const slowAfterMs = 300;

/** Whether a search has lasted so long that the page says so. */
export function useIsSlowSearch(isSearching: boolean): boolean {
  return useIsSlow(isSearching, slowAfterMs);
}
