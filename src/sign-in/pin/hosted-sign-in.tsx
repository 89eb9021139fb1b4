import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { ExternalLink } from '../../ui/external-link.tsx';
import { SignInMethodFrame, type SignInMethodProps } from '../sign-in-method-frame.tsx';
import { leavePage } from './leave-page.ts';
import { PinStatus } from './pin-status.tsx';
import { SampleApproval } from './sample-approval.tsx';
import { removeStoredPin } from './stored-pin.ts';
import { useHostedPin } from './use-hosted-pin.ts';

type HostedSignInProps = SignInMethodProps & { leave?: typeof leavePage };

/**
 * Sign-in at plex.tv's own page, in this same tab. plex.tv sends the person back to this page, which then polls for the
 * token. It also does so after a reload or the Back button.
 */
export function HostedSignIn({ plexTv, isRemembered, onSignedIn, onBack, leave = leavePage }: HostedSignInProps) {
  const hosted = useHostedPin(plexTv, leave, (account, clientIdentifier) =>
    onSignedIn({ account, details: { method: 'plex-tv', isRemembered }, clientIdentifier }),
  );
  const { pin, isCreating, isClaimed, error, otherTabAddress = '', goToPlexTv, restart } = hosted;

  function goBack() {
    removeStoredPin();
    onBack();
  }

  return (
    <SignInMethodFrame title="Continue at plex.tv" onBack={goBack}>
      <PinStatus
        status={statusText(isCreating, pin !== undefined, isClaimed)}
        isBusy={isCreating || isClaimed}
        error={isCreating ? null : error}
        isRetrying={pin !== undefined}
      />
      {pin && !isClaimed && (
        <p className="text-muted">
          As soon as you approve the sign-in at plex.tv, your account opens here. If you closed that page, continue at
          plex.tv again. To sign in with your password, go back.
        </p>
      )}
      {pin && !isClaimed && plexTv.sampleLogins && <SampleApproval plexTv={plexTv} code={pin.code} />}
      {pin && !isClaimed && !plexTv.sampleLogins && (
        <PlexTvLinks isPinStored={pin.isStored} address={otherTabAddress} onContinue={() => goToPlexTv(pin)} />
      )}
      {!pin && !isCreating && <ContinueButton onClick={restart} />}
    </SignInMethodFrame>
  );
}

type PlexTvLinksProps = { isPinStored: boolean; address: string; onContinue: () => void };

function PlexTvLinks({ isPinStored, address, onContinue }: PlexTvLinksProps) {
  return (
    <>
      {isPinStored ? (
        <ContinueButton onClick={onContinue} />
      ) : (
        <Alert tone="warn" title="This tab has to stay open." role="alert">
          <p>
            This browser does not let the page store anything, so the page cannot continue after you come back. Open
            plex.tv’s page in another tab. This tab waits for you.
          </p>
        </Alert>
      )}
      <p>
        <ExternalLink href={address}>Open plex.tv’s page in another tab</ExternalLink>
      </p>
    </>
  );
}

function ContinueButton({ onClick }: { onClick: () => void }) {
  return (
    <Button variant="primary" onClick={onClick}>
      Continue at plex.tv
    </Button>
  );
}

function statusText(isCreating: boolean, isWaiting: boolean, isClaimed: boolean): string {
  if (isCreating) return 'Asking plex.tv to start the sign-in…';
  if (isClaimed) return 'Approved. Opening your account…';
  return isWaiting ? 'You have not approved the sign-in yet.' : '';
}
