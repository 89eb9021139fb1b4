import { Share2 } from 'lucide';
import { useRef, useState } from 'react';
import type { Account } from '../../plex/account.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { ShareDialog } from './share-dialog.tsx';

/** Opens the dialog anew each time, so that nothing once ticked stays ticked. */
export function ShareButton({ account }: { account: Account }) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);

  function close() {
    setOpen(false);
    // A browser returns the focus to what had it; in Safari a button that is clicked never has.
    button.current?.focus();
  }

  return (
    <>
      <Button ref={button} aria-label="Share…" title="Share…" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <Icon node={Share2} /> <span className="max-lg:hidden">Share…</span>
      </Button>
      {isOpen && <ShareDialog account={account} onClose={close} />}
    </>
  );
}
