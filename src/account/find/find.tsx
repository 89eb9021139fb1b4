import type { ComponentProps } from 'react';
import { Button } from '../../ui/button.tsx';
import { Modal } from '../../ui/modal.tsx';
import type { FindDialog } from './find-dialog.tsx';
import { goToFilter } from './go-to-filter.ts';

/** The dialog; undefined if it could not be loaded. */
export type LoadedFind = { Dialog: typeof FindDialog | undefined };

/** Loads the search, which is a file of its own. A failed load is tried again the next time. */
export async function loadFind(): Promise<LoadedFind> {
  try {
    return { Dialog: (await import('./find-dialog.tsx')).FindDialog };
  } catch {
    return { Dialog: undefined };
  }
}

/** The search over the whole page. */
export function Find({ loaded: { Dialog }, ...props }: { loaded: LoadedFind } & ComponentProps<typeof FindDialog>) {
  return Dialog ? <Dialog {...props} /> : <FindNotLoaded onClose={props.onClose} />;
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
