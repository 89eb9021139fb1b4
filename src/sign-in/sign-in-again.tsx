import type { NewSignIn, Session } from '../session/session.ts';
import { Alert } from '../ui/alert.tsx';
import { Modal } from '../ui/modal.tsx';
import { isScreenShared } from '../ui/screen-share-switch.tsx';
import { SignInMethods } from './sign-in-methods.tsx';

type SignInAgainProps = {
  session: Session;
  /** Whether the last sign-in was to another account. */
  isOtherAccount: boolean;
  onSignedIn: (signIn: NewSignIn) => void;
  onClose: () => void;
};

/** The sign-in methods in a dialog over the account page, for a session that ends soon. */
export function SignInAgain({ session, isOtherAccount, onSignedIn, onClose }: SignInAgainProps) {
  const initialValues = {
    login: isScreenShared() ? '' : session.login,
    rememberMe: session.requestedStorage === 'browser',
  };
  return (
    <Modal title="Sign in again" onClose={onClose}>
      <p className="text-muted">This page stays open. After that, plex.tv ends your current sign-in.</p>
      {isOtherAccount && (
        <Alert tone="warn" title="That is another account." role="alert">
          <p>You have not been signed in to it. To change to another account, sign out first.</p>
        </Alert>
      )}
      <SignInMethods
        plexTv={{ client: session.client }}
        initialValues={initialValues}
        canLeavePage={false}
        onSignedIn={onSignedIn}
      />
    </Modal>
  );
}
