import { Share2 } from 'lucide';
import { useRef, useState } from 'react';
import type { Account } from '../../plex/account.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Modal } from '../../ui/modal.tsx';
import { PrintDialog } from './print-dialog.tsx';
import type { ShareAccount } from './share-account.ts';
import { ShareDialog } from './share-dialog.tsx';

type OpenDialog = { dialog: 'share'; shareAccount: ShareAccount } | { dialog: 'print' } | { dialog: 'not-loaded' };

/** Mounts the dialog anew each time, so that earlier choices are forgotten. */
export function ShareButton({ account }: { account: Account }) {
  const [open, setOpen] = useState<OpenDialog | null>(null);
  const button = useRef<HTMLButtonElement>(null);

  function close() {
    setOpen(null);
    // Safari does not focus a clicked button, so the browser cannot return the focus to it.
    button.current?.focus();
  }

  return (
    <>
      <Button
        ref={button}
        aria-label="Share…"
        title="Share…"
        aria-haspopup="dialog"
        onClick={() => void loadShare().then(setOpen)}
      >
        <Icon node={Share2} /> <span className="max-lg:hidden">Share…</span>
      </Button>
      {open?.dialog === 'share' && (
        <ShareDialog
          account={account}
          shareAccount={open.shareAccount}
          onClose={close}
          onPrint={() => setOpen({ dialog: 'print' })}
        />
      )}
      {open?.dialog === 'print' && <PrintDialog onClose={close} />}
      {open?.dialog === 'not-loaded' && (
        <Modal title="Share could not be loaded" onClose={close}>
          <p>You may be offline, or the page was updated meanwhile. Close this and try again, or reload the page.</p>
        </Modal>
      )}
    </>
  );
}

/** Loads the code that redacts and writes, which is a file of its own. A failed load is tried again the next time. */
async function loadShare(): Promise<OpenDialog> {
  try {
    return { dialog: 'share', shareAccount: (await import('./share-account.ts')).shareAccount };
  } catch {
    return { dialog: 'not-loaded' };
  }
}
