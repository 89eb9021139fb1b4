import { useEffect, useEffectEvent } from 'react';
import { createPin } from '../../plex/create-pin.ts';
import { Button } from '../../ui/button.tsx';
import { SignInMethodFrame, type SignInMethodProps } from '../sign-in-method-frame.tsx';
import { LinkCode } from './link-code.tsx';
import { PinStatus } from './pin-status.tsx';
import { SampleApproval } from './sample-approval.tsx';
import { useIsPageHidden } from './use-is-page-hidden.ts';
import { usePin } from './use-pin.ts';
import { usePinClaim } from './use-pin-claim.ts';

/** Sign-in by four characters that are typed at plex.tv/link, on whatever device is signed in there. */
export function LinkDevice({ plexTv, onSignedIn, onBack }: SignInMethodProps) {
  const { client, sampleLogins } = plexTv;
  const made = usePin('short', () => createPin(client, { isStrong: false }));
  const claim = usePinClaim(client, made.pin, (account) => onSignedIn(account, 'device'));
  const isHidden = useIsPageHidden();
  const pin = made.isMaking || claim.isOver ? undefined : made.pin;
  const isOutlived = claim.error?.kind === 'pinExpired' && isOver(made.pin?.expiresAt);

  const renew = useEffectEvent(made.renew);
  // A code ends by the clock, and nobody who waits beside it should have to click; while nobody looks, none is made.
  useEffect(() => {
    if (isOutlived && !isHidden) renew();
  }, [isOutlived, isHidden]);

  return (
    <SignInMethodFrame title="Use another device" onBack={onBack}>
      {pin && !claim.isClaimed && (
        <>
          <p>
            On a phone or computer where you are signed in to Plex, open <strong>plex.tv/link</strong> and type this
            code, or scan the picture.
          </p>
          <LinkCode pin={pin} isSample={sampleLogins !== undefined} />
          {sampleLogins && <SampleApproval plexTv={plexTv} code={pin.code} />}
        </>
      )}
      <PinStatus
        status={statusOf(made.isMaking, pin !== undefined, claim.isClaimed)}
        error={made.isMaking ? null : (made.error ?? claim.error)}
        isAskedAgain={pin !== undefined}
      />
      {!pin && !made.isMaking && (
        <Button variant="primary" onClick={made.renew}>
          Get a new code
        </Button>
      )}
    </SignInMethodFrame>
  );
}

/** By this device's clock, give or take the way to plex.tv and back. */
function isOver(expiresAt: Date | undefined): boolean {
  return expiresAt !== undefined && Date.now() > expiresAt.getTime() - 5000;
}

function statusOf(isMaking: boolean, isWaiting: boolean, isClaimed: boolean): string {
  if (isMaking) return 'Asking plex.tv for a code…';
  if (isClaimed) return 'plex.tv has confirmed. Opening your account…';
  return isWaiting ? 'Waiting for the code to be typed there.' : '';
}
