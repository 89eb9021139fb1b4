import { Button } from '../../ui/button.tsx';
import { useIsSlowSearch } from '../facts/use-is-slow-search.ts';
import { type Found, findablesIn } from './use-search.ts';

export function NothingFound({ query, onFilter }: { query: string; onFilter: () => void }) {
  return (
    <div className="grid justify-items-start gap-3 p-4">
      <p>
        Nothing on this page matches “<bdi>{query}</bdi>”. Secrets cannot be found by their value.
      </p>
      <Button onClick={onFilter}>Filter everything plex.tv sent</Button>
    </div>
  );
}

/** The keys, and the number of results, which screen readers announce. */
export function FindFooter({ found, isSearching }: { found: Found; isSearching: boolean }) {
  const isSlow = useIsSlowSearch(isSearching);
  return (
    <div className="flex items-center justify-between gap-4 border-t border-line px-4 py-2 text-fine text-muted first:border-t-0">
      <span aria-hidden="true" className="flex gap-4 max-sm:hidden pointer-coarse:hidden">
        <span>
          <Key>↑</Key> <Key>↓</Key> choose
        </span>
        <span>
          <Key>↵</Key> go there
        </span>
        <span>
          <Key>esc</Key> close
        </span>
      </span>
      <span role="status">{isSlow ? 'Still searching…' : statusText(found)}</span>
    </div>
  );
}

function Key({ children }: { children: string }) {
  return <kbd className="rounded border border-line px-1.5">{children}</kbd>;
}

function statusText(found: Found): string {
  if (found.query.trim() === '') return 'Try “card”, “until” or “Home PIN”';
  if (!found.isComplete) return ''; // the number would change many times
  const { count } = found;
  const shownCount = findablesIn(found).length;
  if (count === 0) return 'No results';
  if (count === 1) return '1 result';
  return count > shownCount ? `${shownCount} of ${count} results` : `${count} results`;
}
