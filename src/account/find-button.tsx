import { Search } from 'lucide';
import { Icon } from '../ui/icon.tsx';

export type FindButtonProps = { hasShortcut: boolean; onFind: () => void };

/** Opens Find. It looks like a search field, or like a magnifying glass where there is no room. */
export function FindButton({ hasShortcut, onFind }: FindButtonProps) {
  return (
    <button
      type="button"
      data-opens-find=""
      aria-haspopup="dialog"
      aria-keyshortcuts={hasShortcut ? '/' : undefined}
      aria-label="Find anything"
      className="flex min-h-10 items-center gap-2 rounded-lg text-muted hover:text-text max-sm:min-w-11 max-sm:justify-end sm:w-full sm:max-w-64 sm:border sm:border-edge sm:bg-surface sm:px-3 pointer-coarse:min-h-11"
      onClick={onFind}
    >
      <Icon node={Search} />
      <span className="me-auto max-sm:hidden">Find anything</span>
      {hasShortcut && (
        <kbd className="rounded border border-line px-1.5 text-fine max-sm:hidden pointer-coarse:hidden">/</kbd>
      )}
    </button>
  );
}

/** The button in a sheet, as wide as the sheet. */
export function FindButtonInSheet({ onFind }: Pick<FindButtonProps, 'onFind'>) {
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      className="mb-2 flex min-h-11 w-full items-center gap-2.5 rounded-lg border border-edge px-3 text-muted"
      onClick={onFind}
    >
      <Icon node={Search} /> Find anything
    </button>
  );
}
