import { Button } from '../../ui/button.tsx';

export function NothingFound({
  query,
  onFilter,
}: {
  query: string;
  onFilter: (dialog: HTMLDialogElement | null) => void;
}) {
  return (
    <div className="grid justify-items-start gap-3 p-4">
      <p>
        Nothing on this page matches “<bdi>{query}</bdi>”. Secrets cannot be found by their value.
      </p>
      <Button onClick={(event) => onFilter(event.currentTarget.closest('dialog'))}>
        Filter everything plex.tv sent
      </Button>
    </div>
  );
}

type FindFooterProps = { query: string; count: number; shownCount: number };

/** The keys, and the number of results, which screen readers announce. */
export function FindFooter({ query, count, shownCount }: FindFooterProps) {
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
      <span role="status">{query === '' ? 'Try “card”, “until” or “Home PIN”' : countText(count, shownCount)}</span>
    </div>
  );
}

function Key({ children }: { children: string }) {
  return <kbd className="rounded border border-line px-1.5">{children}</kbd>;
}

function countText(count: number, shownCount: number): string {
  if (count === 0) return 'No results';
  if (count === 1) return '1 result';
  return count > shownCount ? `${shownCount} of ${count} results` : `${count} results`;
}
