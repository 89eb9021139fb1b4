import type { ComponentProps } from 'react';
import { Button } from '../../ui/button.tsx';
import { Modal } from '../../ui/modal.tsx';
import { FindDialog } from './find-dialog.tsx';
import type { CreateFinder } from './finder.ts';
import { goToFilter } from './go-to-filter.ts';

/** Undefined if the search could not be loaded. */
export type LoadedFind = { createFinder: CreateFinder | undefined };

/** Loads the code that searches. A failed load is tried again the next time. */
export async function loadFind(): Promise<LoadedFind> {
  try {
    return { createFinder: (await import('./finder.ts')).createFinder };
  } catch {
    return { createFinder: undefined };
  }
}

type FindProps = { loaded: LoadedFind } & Omit<ComponentProps<typeof FindDialog>, 'createFinder'>;

/** The search over the whole page. */
export function Find({ loaded: { createFinder }, ...props }: FindProps) {
  if (!createFinder) return <FindNotLoaded onClose={props.onClose} />;
  return <FindDialog createFinder={createFinder} {...props} />;
}

function FindNotLoaded({ onClose }: { onClose: () => void }) {
  function filterInstead(dialog: HTMLDialogElement | null) {
    dialog?.close();
    goToFilter();
  }

  return (
    <Modal
      title="Find could not be loaded"
      onClose={onClose}
      actions={
        <Button className="min-h-12" onClick={(event) => filterInstead(event.currentTarget.closest('dialog'))}>
          Filter everything plex.tv sent
        </Button>
      }
    >
      <p>You may be offline, or the page was updated meanwhile. Close this and try again, or reload the page.</p>
    </Modal>
  );
}
