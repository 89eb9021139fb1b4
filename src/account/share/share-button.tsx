import { Share2 } from 'lucide';
import { useRef } from 'react';
import type { Account } from '../../plex/account/account.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useShareDialogs } from './use-share-dialogs.tsx';

export function ShareButton({ account }: { account: Account }) {
  const button = useRef<HTMLButtonElement>(null);
  // Safari does not focus a clicked button, so the browser cannot return the focus to it.
  const { openShare, dialogs } = useShareDialogs(account, () => button.current?.focus());
  return (
    <>
      <Button ref={button} variant="bare" aria-haspopup="dialog" onClick={openShare}>
        <Icon node={Share2} /> Share…
      </Button>
      {dialogs}
    </>
  );
}
