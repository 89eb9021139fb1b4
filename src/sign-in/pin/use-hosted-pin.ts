import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import type { Account } from '../../plex/account/account.ts';
import type { Pin } from '../../plex/create-pin.ts';
import { hasToWait } from '../../plex/errors/has-to-wait.ts';
import { signInPageUrl } from '../../plex/plex-pages.ts';
import type { PlexTv } from '../../session/session.ts';
import type { leavePage } from './leave-page.ts';
import { returnAddress } from './return-address.ts';
import { readStoredPin, removeStoredPin, storePin } from './stored-pin.ts';
import { useNewPin } from './use-new-pin.ts';
import { usePinClaim } from './use-pin-claim.ts';

type HostedPin = Pin & {
  /** False when the PIN is lost as soon as the tab leaves this page. */
  isStored: boolean;
  /** The identifier that created the PIN, if it is not that of the client. */
  clientIdentifier?: string;
};

/**
 * The strong PIN of this tab. After the return from plex.tv it is the stored one. Otherwise it is a new one, and the tab
 * goes to plex.tv with it. `pin` is undefined when it can no longer be approved.
 */
export function useHostedPin(
  { client: currentClient, sampleLogins }: PlexTv,
  leave: typeof leavePage,
  onAccount: (account: Account, clientIdentifier: string) => void,
) {
  const isSample = sampleLogins !== undefined;
  const [pin, setPin] = useState(() => (isSample ? undefined : findHostedPin()));
  const { clientIdentifier = currentClient.clientIdentifier } = pin ?? {};
  const client = useMemo(() => ({ ...currentClient, clientIdentifier }), [currentClient, clientIdentifier]);
  const { pin: newPin, error, renew } = useNewPin(currentClient, { isStrong: true, enabled: !pin });
  const claim = usePinClaim(client, pin, (account) => {
    removeStoredPin();
    onAccount(account, clientIdentifier);
  });
  const shownError = error ?? claim.error;
  const cancelLeaving = useRef<() => void>(undefined);

  function goToPlexTv(target: Pin) {
    cancelLeaving.current = leave(signInPageUrl(client, target, returnAddress()));
  }

  const onNewPin = useEffectEvent((created: Pin) => {
    const isStored = !isSample && storePin(created, currentClient);
    setPin({ ...created, isStored });
    if (isStored) goToPlexTv(created);
  });
  // The PIN arrives in a response. An effect runs only while the screen is shown, so a PIN that arrives later is not
  // stored and does not take the tab to plex.tv.
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
    /** plex.tv’s page for another tab, which does not lead back. */
    otherTabAddress: pin && signInPageUrl(client, pin),
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
