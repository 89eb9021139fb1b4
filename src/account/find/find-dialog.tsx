import { Search } from 'lucide';
import { type ChangeEvent, type KeyboardEvent, type MouseEvent, useId, useRef, useState } from 'react';
import type { AccountSources } from '../../plex/access/sources.ts';
import type { Account } from '../../plex/account/account.ts';
import { Icon } from '../../ui/icon.tsx';
import type { SessionSummary } from '../facts/panel-props.ts';
import { FindFooter, NothingFound } from './find-footer.tsx';
import { FindResultList } from './find-result-list.tsx';
import type { Findable } from './findable-rows.ts';
import type { CreateFinder } from './finder.ts';
import { goToFilter } from './go-to-filter.ts';
import { useFinder } from './use-finder.ts';
import { type Found, findablesIn, useSearch } from './use-search.ts';

type FindDialogProps = {
  createFinder: CreateFinder;
  account: Account;
  sources: AccountSources;
  now: Date;
  session: SessionSummary;
  clientIdentifier: string;
  sections: readonly { id: string; title: string }[];
  /** Called after the dialog has closed. */
  onClose: () => void;
  /** Filters the list of everything that plex.tv sent. */
  onFilter: (query: string) => void;
};

/** The text in the field, the result that the arrow keys have chosen, and whether Enter waits for the results. */
type Typed = { query: string; chosen?: Findable | undefined; isEntered?: boolean };

/** A field with a list of results below it: the combobox pattern of the ARIA Authoring Practices. */
export function FindDialog(props: FindDialogProps) {
  const { createFinder, onClose, onFilter, ...source } = props;
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [{ query, chosen, isEntered }, setTyped] = useState<Typed>({ query: '' });
  const { finder, isReading } = useFinder(createFinder, source);
  const searched = useSearch(finder, query, goToEntered);
  // What is not found may be in what is read.
  const mayComeYet = isReading && searched.count === 0;
  const found = { ...searched, isComplete: searched.isComplete && !mayComeYet };
  const results = findablesIn(found);
  const hasResults = results.length > 0;
  const active = indexOf(results, chosen);
  const isSearching = query.trim() !== '' && (found.query !== query || !found.isComplete);

  function close() {
    field.current?.closest('dialog')?.close();
    // Safari does not focus a clicked button, so the browser cannot return the focus to it.
    if (document.activeElement === document.body) openingButton()?.focus();
  }

  function goTo(findable: Findable) {
    close();
    // The row of a key may be on a later page of the list, or filtered out. With this filter the list shows it.
    if (findable.group === 'keys' && !finder.isDrawn(findable)) onFilter(findable.anchor);
    void finder.goTo(findable);
  }

  /** Enter was pressed before the results were there. */
  function goToEntered(latest: Found) {
    const [first] = findablesIn(latest);
    if (!isEntered || (!first && (!latest.isComplete || isReading))) return;
    setTyped({ query });
    if (first) goTo(first);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    // An input method uses these keys. Safari marks the key that ends the input by this number only.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && hasResults) {
      setTyped({ query, chosen: results[(active + step + results.length) % results.length] });
      event.preventDefault(); // the arrows would move the caret
    } else if (event.key === 'Enter') {
      event.preventDefault();
      // The results may still be those of an earlier text.
      const typed = event.currentTarget.value;
      const result = typed === found.query ? results[active] : undefined;
      if (result) goTo(result);
      else if (typed !== found.query || !found.isComplete) setTyped({ query: typed, isEntered: true });
    }
  }

  function onBackdropClick(event: MouseEvent<HTMLDialogElement>) {
    if (event.target === event.currentTarget) close();
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the browser itself closes a modal dialog on Escape
    <dialog
      ref={openOverButton}
      aria-label="Find anything"
      onClose={onClose}
      onClick={onBackdropClick}
      className="find-layer"
    >
      <div className="flex min-h-11 items-center gap-2 rounded-lg border border-edge bg-surface ps-3 pe-1 focus-within:outline-3 focus-within:outline-offset-2 focus-within:outline-focus lg:min-h-10 lg:max-w-(--find-field)">
        <Icon node={Search} />
        <input
          ref={field}
          role="combobox"
          aria-label="Find anything"
          aria-expanded={hasResults}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={hasResults ? `${id}-${active}` : undefined}
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="go"
          placeholder="Find anything"
          className="min-w-0 grow bg-transparent py-2 outline-none placeholder:text-muted pointer-coarse:text-base"
          value={query}
          onChange={(event: ChangeEvent<HTMLInputElement>) => setTyped({ query: event.target.value })}
          onKeyDown={onKeyDown}
        />
        <button
          type="button"
          aria-label="Close"
          className="grid min-h-8 min-w-8 shrink-0 place-items-center rounded px-1 pointer-coarse:min-h-11 pointer-coarse:min-w-11"
          onClick={close}
        >
          <kbd className="rounded border border-line px-1.5 whitespace-nowrap text-fine text-muted">esc</kbd>
        </button>
      </div>
      <div className="flex min-h-0 flex-col rounded-xl border border-edge bg-surface shadow-lg">
        <FindResultList id={id} found={found} active={active} onChoose={goTo} />
        {found.query.trim() !== '' && !hasResults && found.isComplete && (
          <NothingFound
            query={found.query.trim()}
            onFilter={() => {
              close();
              onFilter(found.query.trim());
              goToFilter();
            }}
          />
        )}
        <FindFooter found={found} isSearching={isSearching} />
      </div>
    </dialog>
  );
}

/** The index of the chosen result, before which better ones may have come; else of the first. */
function indexOf(results: readonly Findable[], chosen: Findable | undefined): number {
  if (!chosen) return 0;
  const index = results.indexOf(chosen);
  if (index >= 0) return index;
  // After another search, the same findable may be another object.
  const { sectionId, anchor, text } = chosen;
  const isSame = (result: Findable) =>
    result.sectionId === sectionId && result.anchor === anchor && result.text === text;
  return Math.max(0, results.findIndex(isSame));
}

/** The button that opens Find. The field covers it. */
function openingButton(): HTMLElement | null {
  return document.querySelector<HTMLElement>('[data-opens-find]');
}

/** Opens the dialog with its field where the button is. On a narrow screen, the style gives it the whole width. */
function openOverButton(dialog: HTMLDialogElement | null) {
  if (!dialog || dialog.open) return;
  const { top = 0, left = 0, right = 0, width = 0 } = openingButton()?.getBoundingClientRect() ?? {};
  const isRightToLeft = getComputedStyle(dialog).direction === 'rtl';
  const start = isRightToLeft ? document.documentElement.clientWidth - right : left;
  dialog.style.setProperty('--find-top', `${Math.max(8, top)}px`);
  dialog.style.setProperty('--find-start', `${Math.max(8, start)}px`);
  dialog.style.setProperty('--find-field', `${Math.max(220, width)}px`);
  dialog.showModal();
}
