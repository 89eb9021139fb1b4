import { signInPageUrl } from '../../plex/plex-pages.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { ExternalLink } from '../../ui/external-link.tsx';
import { SignInMethodFrame, type SignInMethodProps } from '../sign-in-method-frame.tsx';
import { PinStatus } from './pin-status.tsx';
import { SampleApproval } from './sample-approval.tsx';
import { removeStoredPin } from './stored-pin.ts';
import { useHostedPin } from './use-hosted-pin.ts';

type HostedSignInProps = SignInMethodProps & {
  /** Goes to an address in this same tab. */
  leave?: (address: string) => void;
};

/**
 * Sign-in at plex.tv's own page, in this same tab: plex.tv leads back to this page, which waits for its word. Whoever
 * comes back in another way, or reloads, finds it waiting too.
 */
export function HostedSignIn({ plexTv, onSignedIn, onBack, leave = goThere }: HostedSignInProps) {
  const hosted = useHostedPin(plexTv, leave, (account) => onSignedIn(account, 'plex-tv'));
  const { pin, isMaking, isClaimed, error } = hosted;

  function giveUp() {
    removeStoredPin();
    onBack();
  }

  return (
    <SignInMethodFrame title="Continue at plex.tv" onBack={giveUp}>
      <PinStatus
        status={statusOf(isMaking, pin !== undefined, isClaimed)}
        error={isMaking ? null : error}
        isAskedAgain={pin !== undefined}
      />
      {pin && !isClaimed && (
        <p className="text-muted">
          As soon as you agree there, your account opens here. If you refused, or closed plex.tv’s page, nothing has
          happened: continue, or use your password.
        </p>
      )}
      {pin && !isClaimed && plexTv.sampleLogins && <SampleApproval plexTv={plexTv} code={pin.code} />}
      {pin && !isClaimed && !plexTv.sampleLogins && (
        <GoToPlexTv isKept={pin.isKept} address={signInPageUrl(plexTv.client, pin)} onGo={() => hosted.goTo(pin)} />
      )}
      {!pin && !isMaking && <GoButton onGo={hosted.again} />}
    </SignInMethodFrame>
  );
}

type WaysProps = { isKept: boolean; address: string; onGo: () => void };

/** To plex.tv's page, once more. */
function GoToPlexTv({ isKept, address, onGo }: WaysProps) {
  return (
    <>
      {isKept ? (
        <GoButton onGo={onGo} />
      ) : (
        <Alert tone="warn" title="This tab has to stay open." role="alert">
          <p>
            This browser lets the page keep nothing, so it would not know you when you came back. Open plex.tv’s page in
            another tab: this one waits.
          </p>
        </Alert>
      )}
      <p>
        <ExternalLink href={address}>Open plex.tv’s page in another tab</ExternalLink>
      </p>
    </>
  );
}

function GoButton({ onGo }: { onGo: () => void }) {
  return (
    <Button variant="primary" onClick={onGo}>
      Continue at plex.tv
    </Button>
  );
}

function statusOf(isMaking: boolean, isWaiting: boolean, isClaimed: boolean): string {
  if (isMaking) return 'Asking plex.tv for a sign-in…';
  if (isClaimed) return 'plex.tv has confirmed. Opening your account…';
  return isWaiting ? 'plex.tv has not confirmed yet.' : '';
}

function goThere(address: string) {
  location.assign(address);
}
