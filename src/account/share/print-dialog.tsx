import { Printer } from 'lucide';
import { useState } from 'react';
import type { AccountSources } from '../../plex/access/sources.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Modal } from '../../ui/modal.tsx';

/** Asks whether to print every key, and opens the browser's print window. */
export function PrintDialog({ sources, onClose }: { sources: AccountSources; onClose: () => void }) {
  const [hasKeys, setHasKeys] = useState(false);

  const isWaiting = Object.values(sources).some(({ state }) => state === 'waiting');

  function print(dialog: HTMLDialogElement | null) {
    dialog?.close();
    printPage(hasKeys);
  }

  return (
    <Modal
      title="Print your account"
      description="The page as you see it, with your name and e-mail address. Closed parts stay closed. Secrets are not printed."
      onClose={onClose}
      actions={
        <Button
          variant="primary"
          className="w-auto! px-5"
          onClick={(event) => print(event.currentTarget.closest('dialog'))}
        >
          <Icon node={Printer} /> Print
        </Button>
      }
    >
      <label className="flex min-h-11 items-center gap-2">
        <input type="checkbox" checked={hasKeys} onChange={() => setHasKeys(!hasKeys)} className="size-5 shrink-0" />
        With every key as plex.tv wrote it, on more pages
      </label>
      <p role="status" className="min-h-[1.5em] text-muted">
        {isWaiting && 'plex.tv has not answered everything yet. Missing parts are not printed.'}
      </p>
    </Modal>
  );
}

/** The print style looks for the attribute. Some browsers print after `print` returns. */
function printPage(hasKeys: boolean) {
  const root = document.documentElement;
  root.toggleAttribute('data-print-keys', hasKeys);
  window.addEventListener('afterprint', () => root.removeAttribute('data-print-keys'), { once: true });
  window.print();
}
