import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import type { SignIn } from './facts/panel-props.ts';
import { signInLife } from './security/sign-in-life.ts';

type SessionNoticeProps = {
  signIn: SignIn;
  now: Date;
  /** Where the person wanted the sign-in to be kept. */
  keeping: SignIn['kept'];
  /** Whether they have just signed in again. */
  isRenewed: boolean;
  onSignInAgain: () => void;
};

/** What is to be known of the sign-in before anything else: that it cannot be kept as wished, or ends soon. */
export function SessionNotice({ signIn, now, keeping, isRenewed, onSignInAgain }: SessionNoticeProps) {
  const { left, isEnding } = signInLife(signIn, now);
  const cannotKeep = signIn.kept !== keeping;
  if (!cannotKeep && !isEnding && !isRenewed) return null;
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
      {cannotKeep && <CannotKeep kept={signIn.kept} />}
    </div>
  );
}

function CannotKeep({ kept }: { kept: SignIn['kept'] }) {
  return (
    <Alert tone="warn" title="This browser cannot remember your sign-in." role="status">
      <p>
        It does not let this page store anything, or has no room left.{' '}
        {kept === 'tab'
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
