import { type ReactNode, useState } from 'react';
import type { AccountSources } from '../../plex/access/sources.ts';
import type { Account } from '../../plex/account/account.ts';
import { Alert } from '../../ui/alert.tsx';
import { Modal } from '../../ui/modal.tsx';
import { PartBoundary } from '../../ui/panel.tsx';
import { PrintDialog } from './print-dialog.tsx';
import type { ShareAccount } from './share-account.ts';
import { ShareDialog } from './share-dialog.tsx';

type OpenDialog = { dialog: 'share'; shareAccount: ShareAccount } | { dialog: 'print' } | { dialog: 'not-loaded' };

type ShareDialogsOptions = {
  account: Account;
  sources: AccountSources;
  /** Called when a dialog opens. */
  onOpen: () => void;
  /** Called after a dialog has closed. */
  restoreFocus: () => void;
};

type ShareDialogs = { openShare: () => void; openPrint: () => void; dialogs: ReactNode };

/**
 * The dialogs to share and to print the account. They are mounted anew each time, so that earlier choices are forgotten.
 */
export function useShareDialogs({ account, sources, onOpen, restoreFocus }: ShareDialogsOptions): ShareDialogs {
  const [open, setOpen] = useState<OpenDialog | null>(null);

  function openPrint() {
    onOpen();
    setOpen({ dialog: 'print' });
  }

  async function openShare() {
    onOpen();
    setOpen(await loadShare());
  }

  function close() {
    setOpen(null);
    restoreFocus();
  }

  const dialogs = (
    <>
      {open?.dialog === 'share' && (
        <PartBoundary resetKey={account} fallback={<ShareFailed onClose={close} />}>
          <ShareDialog {...{ account, sources }} shareAccount={open.shareAccount} onClose={close} onPrint={openPrint} />
        </PartBoundary>
      )}
      {open?.dialog === 'print' && <PrintDialog sources={sources} onClose={close} />}
      {open?.dialog === 'not-loaded' && (
        <Modal title="Share could not be loaded" onClose={close}>
          <p>You may be offline, or the page was updated meanwhile. Close this and try again, or reload the page.</p>
        </Modal>
      )}
    </>
  );
  return { openShare: () => void openShare(), openPrint, dialogs };
}

/** Loads the code that redacts and writes. A failed load is tried again the next time. */
async function loadShare(): Promise<OpenDialog> {
  try {
    return { dialog: 'share', shareAccount: (await import('./share-account.ts')).shareAccount };
  } catch {
    return { dialog: 'not-loaded' };
  }
}

function ShareFailed({ onClose }: { onClose: () => void }) {
  return (
    <Modal title="Share your account" onClose={onClose}>
      <Alert tone="bad" title="The text to share could not be made.">
        <p>This page has a fault. Your account is not affected. Refresh, then try again.</p>
      </Alert>
    </Modal>
  );
}
