import { useEffect, useEffectEvent } from 'react';
import { hasToWait } from '../../plex/errors/has-to-wait.ts';
import { Button } from '../../ui/button.tsx';
import { SignInMethodFrame, type SignInMethodProps } from '../sign-in-method-frame.tsx';
import { LinkCode } from './link-code.tsx';
import { PinStatus } from './pin-status.tsx';
import { SampleApproval } from './sample-approval.tsx';
import { useIsPageHidden } from './use-is-page-hidden.ts';
import { useNewPin } from './use-new-pin.ts';
import { usePinClaim } from './use-pin-claim.ts';

/** Sign-in with four characters that the person types at plex.tv/link, on a device that is signed in there. */
export function LinkDevice({ plexTv, isRemembered, onSignedIn, onBack }: SignInMethodProps) {
  const { client, sampleLogins } = plexTv;
  const newPin = useNewPin(client, { isStrong: false });
  const claim = usePinClaim(client, newPin.pin, (account) =>
    onSignedIn({ account, details: { method: 'device', isRemembered } }),
  );
  const isHidden = useIsPageHidden();
  const pin = newPin.isCreating || claim.isFinished ? undefined : newPin.pin;
  const error = newPin.isCreating ? null : (newPin.error ?? claim.error);
  const isExpired = claim.error?.kind === 'pinExpired' && isAtItsEnd(newPin.pin?.expiresAt);

  const renew = useEffectEvent(newPin.renew);
  // A code expires without a click. A hidden page gets its next code when it is shown again.
  useEffect(() => {
    if (isExpired && !isHidden) renew();
  }, [isExpired, isHidden]);

  return (
    <SignInMethodFrame title="Use another device" onBack={onBack}>
      {pin && !claim.isClaimed && (
        <>
          <p>
            On a phone or computer where you are signed in to Plex, open <strong>plex.tv/link</strong> and type this
            code. Or scan the picture with its camera.
          </p>
          <LinkCode pin={pin} isSample={sampleLogins !== undefined} />
          {sampleLogins && <SampleApproval plexTv={plexTv} code={pin.code} />}
        </>
      )}
      <PinStatus
        status={statusText(newPin.isCreating, pin !== undefined, claim.isClaimed)}
        isBusy={newPin.isCreating || claim.isClaimed}
        error={error}
        isRetrying={pin !== undefined}
      />
      {!pin && !newPin.isCreating && (
        <Button variant="primary" onClick={() => hasToWait(error) || newPin.renew()}>
          Get a new code
        </Button>
      )}
    </SignInMethodFrame>
  );
}

/** False when plex.tv forgot the code too early: then a new code could fail the same way, again and again. */
function isAtItsEnd(expiresAt: Date | undefined): boolean {
  const requestTimeMs = 5000;
  return expiresAt !== undefined && Date.now() > expiresAt.getTime() - requestTimeMs;
}

function statusText(isCreating: boolean, isWaiting: boolean, isClaimed: boolean): string {
  if (isCreating) return 'Asking plex.tv for a code…';
  if (isClaimed) return 'Approved. Opening your account…';
  return isWaiting ? 'Waiting until you type the code there.' : '';
}
