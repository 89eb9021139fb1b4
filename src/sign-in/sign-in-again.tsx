import type { Account } from '../plex/account.ts';
import type { Session, SignInDetails } from '../session/session.ts';
import { Alert } from '../ui/alert.tsx';
import { Modal } from '../ui/modal.tsx';
import { isScreenShared } from '../ui/screen-share-switch.tsx';
import { SignInMethods } from './sign-in-methods.tsx';

type SignInAgainProps = {
  session: Session;
  /** Whether the last sign-in was to another account. */
  isOtherAccount: boolean;
  onSignedIn: (account: Account, details: SignInDetails) => void;
  onClose: () => void;
};

/** The ways to sign in, over the page, for a sign-in that is about to end. The page stays as it is. */
export function SignInAgain({ session, isOtherAccount, onSignedIn, onClose }: SignInAgainProps) {
  const filledIn = { login: isScreenShared() ? '' : session.login, rememberMe: session.requestedStorage === 'browser' };
  return (
    <Modal title="Sign in again" onClose={onClose}>
      <p className="text-muted">This page stays as it is. plex.tv then ends the sign-in you have now.</p>
      {isOtherAccount && (
        <Alert tone="warn" title="That is another account." role="alert">
          <p>You have not been signed in to it. To change to another account, sign out first.</p>
        </Alert>
      )}
      <SignInMethods plexTv={{ client: session.client }} initialValues={filledIn} isStaying onSignedIn={onSignedIn} />
    </Modal>
  );
}
