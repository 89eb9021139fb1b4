import type { Account } from '../../plex/account.ts';
import { createPin, type Pin } from '../../plex/create-pin.ts';
import { signInPageUrl } from '../../plex/plex-pages.ts';
import type { PlexTv } from '../../session/session.ts';
import { readStoredPin, removeStoredPin, storePin } from './stored-pin.ts';
import { usePin } from './use-pin.ts';
import { usePinClaim } from './use-pin-claim.ts';

/** Where a PIN was made that this tab cannot keep, leaving the page would lose it. */
type HostedPin = Pin & { isKept: boolean };

/**
 * The strong PIN of this tab: the one that is kept from before the person left for plex.tv, or a new one, with which
 * `leave` goes there. `pin` is there for as long as somebody may agree to it.
 */
export function useHostedPin(
  { client, sampleLogins }: PlexTv,
  leave: (address: string) => void,
  onAccount: (account: Account) => void,
) {
  const { pin, error, isMaking, renew } = usePin<HostedPin>('strong', async () => {
    const kept = sampleLogins ? undefined : readStoredPin();
    if (kept) return { ...kept, isKept: true };
    const made = await createPin(client, { isStrong: true });
    const isKept = !sampleLogins && storePin(made);
    if (isKept) goTo(made);
    return { ...made, isKept };
  });
  const claim = usePinClaim(client, pin, (account) => {
    removeStoredPin();
    onAccount(account);
  });

  /** plex.tv leads back to this very address: its path, its query and its section. */
  function goTo(to: Pin) {
    leave(signInPageUrl(client, to, location.href));
  }

  return {
    pin: isMaking || claim.isOver ? undefined : pin,
    isMaking,
    isClaimed: claim.isClaimed && !claim.isOver,
    error: error ?? claim.error,
    goTo,
    again() {
      removeStoredPin();
      renew();
    },
  };
}
