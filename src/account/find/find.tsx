import type { ComponentProps, ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { Modal } from '../../ui/modal.tsx';
import { PartBoundary } from '../../ui/panel.tsx';
import { FindDialog } from './find-dialog.tsx';
import type { CreateFinder } from './finder.ts';
import { goToFilter } from './go-to-filter.ts';

/** Undefined if the search could not be loaded. */
export type LoadedFind = { createFinder: CreateFinder | undefined };

/** Loads the code that searches. After a failed load, some browsers try again the next time, and others only on a new page. */
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
  const { onClose } = props;
  if (!createFinder) {
    return (
      <FindFailed title="Find could not be loaded" onClose={onClose}>
        You may be offline, or the page was updated meanwhile. Close this and try again, or reload the page.
      </FindFailed>
    );
  }
  const failed = (
    <FindFailed title="Find could not search your account" onClose={onClose}>
      This is a fault of this page, and the rest of it still works. Look for the value in the list of everything
      instead.
    </FindFailed>
  );
  return (
    <PartBoundary resetKey={createFinder} fallback={failed}>
      <FindDialog createFinder={createFinder} {...props} />
    </PartBoundary>
  );
}

type FindFailedProps = { title: string; onClose: () => void; children: ReactNode };

function FindFailed({ title, onClose, children }: FindFailedProps) {
  function filterInstead(dialog: HTMLDialogElement | null) {
    dialog?.close();
    goToFilter();
  }

  return (
    <Modal
      title={title}
      onClose={onClose}
      actions={
        <Button className="min-h-12" onClick={(event) => filterInstead(event.currentTarget.closest('dialog'))}>
          Filter everything plex.tv sent
        </Button>
      }
    >
      <p>{children}</p>
    </Modal>
  );
}
