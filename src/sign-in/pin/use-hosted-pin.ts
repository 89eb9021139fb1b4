import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Account } from '../../plex/account.ts';
import type { Pin } from '../../plex/create-pin.ts';
import { signInPageUrl } from '../../plex/plex-pages.ts';
import { hasToWait } from '../../plex/retry-hold.ts';
import type { PlexTv } from '../../session/session.ts';
import type { leavePage } from './leave-page.ts';
import { readStoredPin, removeStoredPin, storePin } from './stored-pin.ts';
import { useNewPin } from './use-new-pin.ts';
import { usePinClaim } from './use-pin-claim.ts';

/** A PIN that is not stored is lost when the tab leaves this page. */
type HostedPin = Pin & { isStored: boolean };

/**
 * The strong PIN of this tab: the stored one when the person comes back from plex.tv, otherwise a new one, with which
 * the tab goes to plex.tv. `pin` is undefined once nobody can approve it any more.
 */
export function useHostedPin(
  { client, sampleLogins }: PlexTv,
  leave: typeof leavePage,
  onAccount: (account: Account) => void,
) {
  const isSample = sampleLogins !== undefined;
  const [pin, setPin] = useState(() => (isSample ? undefined : findHostedPin()));
  const { pin: newPin, error, renew } = useNewPin(client, { isStrong: true, enabled: !pin });
  const claim = usePinClaim(client, pin, (account) => {
    removeStoredPin();
    onAccount(account);
  });
  const shownError = error ?? claim.error;
  const cancelLeaving = useRef<() => void>(undefined);

  /** plex.tv sends the person back to the address of this page, with its path, query and fragment. */
  function goToPlexTv(target: Pin) {
    cancelLeaving.current = leave(signInPageUrl(client, target, location.href));
  }

  const onNewPin = useEffectEvent((created: Pin) => {
    const isStored = !isSample && storePin(created);
    setPin({ ...created, isStored });
    if (isStored) goToPlexTv(created);
  });
  // An answer of plex.tv brings the PIN, not a click. An effect runs only while the screen is shown, so a PIN that
  // arrives later is not stored and does not take the tab to plex.tv.
  useEffect(() => {
    if (newPin) onNewPin(newPin);
  }, [newPin]);

  // The browser can still be on its way to plex.tv when the person leaves this screen.
  useEffect(() => () => cancelLeaving.current?.(), []);

  return {
    pin: claim.isFinished ? undefined : pin,
    isCreating: !pin && !error,
    isClaimed: claim.isClaimed && !claim.isFinished,
    error: shownError,
    goToPlexTv,
    restart() {
      if (hasToWait(shownError)) return;
      removeStoredPin();
      setPin(undefined);
      renew();
    },
  };
}

function findHostedPin(): HostedPin | undefined {
  const stored = readStoredPin();
  return stored && { ...stored, isStored: true };
}
