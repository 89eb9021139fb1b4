import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import type { SessionSummary } from './facts/panel-props.ts';
import { sessionLifetime } from './security/session-lifetime.ts';

type SessionNoticeProps = {
  session: SessionSummary;
  now: Date;
  /** Where the user wanted the session to be stored. */
  requestedStorage: SessionSummary['actualStorage'];
  /** Whether the user has just signed in again. */
  isRenewed: boolean;
  onSignInAgain: () => void;
};

/** Notices at the top: the user signed in again, the sign-in ends soon, or the browser cannot store it. */
export function SessionNotice({ session, now, requestedStorage, isRenewed, onSignInAgain }: SessionNoticeProps) {
  const { timeLeft, isEnding } = sessionLifetime(session, now);
  const isStorageDenied = session.actualStorage !== requestedStorage;
  if (!isStorageDenied && !isEnding && !isRenewed) return null;
  return (
    <div className="notices grid gap-3 py-6 print:hidden">
      {isRenewed && (
        <div tabIndex={-1} ref={focusNotice} className="outline-none">
          <Alert tone="good" title="You are signed in again." role="status">
            <p>{timeLeft}</p>
          </Alert>
        </div>
      )}
      {isEnding && (
        <Alert
          tone="warn"
          title={session.end.kind === 'past' ? 'This sign-in should have ended.' : 'This sign-in ends soon.'}
          role="status"
        >
          <p>{timeLeft}</p>
          <p>
            <Button aria-haspopup="dialog" onClick={onSignInAgain}>
              Sign in again
            </Button>
          </p>
        </Alert>
      )}
      {isStorageDenied && <StorageDenied actualStorage={session.actualStorage} />}
    </div>
  );
}

function StorageDenied({ actualStorage }: { actualStorage: SessionSummary['actualStorage'] }) {
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

/** The button that had the focus has disappeared, so the notice gets it. */
function focusNotice(notice: HTMLElement | null) {
  notice?.focus({ preventScroll: true });
}
