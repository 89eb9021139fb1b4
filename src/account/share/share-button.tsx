import { Share2 } from 'lucide';
import { useRef } from 'react';
import type { AccountSources } from '../../plex/access/sources.ts';
import type { Account } from '../../plex/account/account.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useShareDialogs } from './use-share-dialogs.tsx';

type ShareButtonProps = { account: Account; sources: AccountSources; isDisabled: boolean; onOpen: () => void };

export function ShareButton({ account, sources, isDisabled, onOpen }: ShareButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  // Safari does not focus a clicked button, so the browser cannot return the focus to it.
  const restoreFocus = () => button.current?.focus();
  const { openShare, dialogs } = useShareDialogs({ account, sources, onOpen, restoreFocus });
  return (
    <>
      <Button ref={button} variant="bare" aria-haspopup="dialog" disabled={isDisabled} onClick={openShare}>
        <Icon node={Share2} /> Share…
      </Button>
      {dialogs}
    </>
  );
}
