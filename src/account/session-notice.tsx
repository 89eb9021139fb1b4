import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import type { SessionSummary } from './facts/panel-props.ts';
import { sessionLifetime } from './security/session-lifetime.ts';

type SessionNoticeProps = {
  signIn: SessionSummary;
  now: Date;
  /** Where the person wanted the sign-in to be kept. */
  requestedStorage: SessionSummary['actualStorage'];
  /** Whether they have just signed in again. */
  isRenewed: boolean;
  onSignInAgain: () => void;
};

/** What is to be known of the sign-in before anything else: that it cannot be kept as wished, or ends soon. */
export function SessionNotice({ signIn, now, requestedStorage, isRenewed, onSignInAgain }: SessionNoticeProps) {
  const { left, isEnding } = sessionLifetime(signIn, now);
  const isStorageDenied = signIn.actualStorage !== requestedStorage;
  if (!isStorageDenied && !isEnding && !isRenewed) return null;
  return (
    <div className="grid gap-3 pb-8 print:hidden">
      {isRenewed && (
        <div tabIndex={-1} ref={focusOnArrival} className="outline-none">
          <Alert tone="good" title="You are signed in again." role="status">
            <p>{left}</p>
          </Alert>
        </div>
      )}
      {isEnding && (
        <Alert tone="warn" title="This sign-in ends soon." role="status">
          <p>{left}</p>
          <p>
            <Button aria-haspopup="dialog" onClick={onSignInAgain}>
              Sign in again
            </Button>
          </p>
        </Alert>
      )}
      {isStorageDenied && <CannotStore actualStorage={signIn.actualStorage} />}
    </div>
  );
}

function CannotStore({ actualStorage }: { actualStorage: SessionSummary['actualStorage'] }) {
  return (
    <Alert tone="warn" title="This browser cannot remember your sign-in." role="status">
      <p>
        It does not let this page store anything, or has no room left.{' '}
        {actualStorage === 'tab'
          ? 'You stay signed in until you close this tab.'
          : 'You stay signed in until you close or reload this page.'}
      </p>
      <p>To be remembered, allow this page to store data, then sign out and in again.</p>
    </Alert>
  );
}

/** What had the focus, the button, went with what it was for. */
function focusOnArrival(place: HTMLElement | null) {
  place?.focus({ preventScroll: true });
}
