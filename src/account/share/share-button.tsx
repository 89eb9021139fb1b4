import { Share2 } from 'lucide';
import { useRef, useState } from 'react';
import type { Account } from '../../plex/account.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Modal } from '../../ui/modal.tsx';
import { PartBoundary } from '../../ui/panel.tsx';
import { ShareDialog } from './share-dialog.tsx';

/** Mounts the dialog anew each time, so that earlier choices are forgotten. */
export function ShareButton({ account }: { account: Account }) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);

  function close() {
    setOpen(false);
    // Safari does not focus a clicked button, so the browser cannot return the focus to it.
    button.current?.focus();
  }

  return (
    <>
      <Button ref={button} variant="bare" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <Icon node={Share2} /> Share…
      </Button>
      {isOpen && (
        <PartBoundary resetKey={account} fallback={<ShareFailed onClose={close} />}>
          <ShareDialog account={account} onClose={close} />
        </PartBoundary>
      )}
    </>
  );
}

function ShareFailed({ onClose }: { onClose: () => void }) {
  return (
    <Modal title="Share your account" onClose={onClose} actions={null}>
      <Alert tone="bad" title="The text to share could not be made.">
        <p>This page has a fault. Your account is not affected. Refresh, then try again.</p>
      </Alert>
    </Modal>
  );
}
