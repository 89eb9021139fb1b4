import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react';
import { AccountPage } from './account/account-page.tsx';
import { prepareFormats } from './account/facts/prepare-formats.ts';
import type { Account } from './plex/account/account.ts';
import type { PlexError } from './plex/errors/plex-error.ts';
import { endAllSessions, forgetSession } from './session/end-session.ts';
import { QueryProvider } from './session/query-provider.tsx';
import { createSession, type NewSignIn, type PlexTv, type Session } from './session/session.ts';
import { type NoSession, restoreSession } from './session/storage/restore-session.ts';
import { endUnusedSignIn } from './session/tabs/end-unused-token.ts';
import { accountQueryKey } from './session/use-account.ts';
import { useSession } from './session/use-session.ts';
import { removeStoredPin } from './sign-in/pin/stored-pin.ts';
import { SignInAgain } from './sign-in/sign-in-again.tsx';
import { endedElsewhereNotice, SignInNoticeAlert } from './sign-in/sign-in-notice.tsx';
import { LoadingScreen } from './ui/loading-screen.tsx';
import { isScreenShared } from './ui/screen-share-switch.tsx';
import { warmUp } from './warm-up.tsx';

// A sign-in needs them together with the screen, without another import.
export { createSession, warmUp };

/** A shorter wait leaves no time to run the code of the account with an invented one. */
const warmUpAfterMs = 100;

/** The state of the dialog to sign in again. The notice `done` disappears when the account is next refreshed. */
type Renewal = { state: 'none' | 'open' | 'other-account' } | { state: 'done'; account: Account };

/** The session has ended: the notice for the form, and the login to fill in. */
type OnSignedOut = (notice: ReactNode, login?: string) => void;

type SignedInProps = {
  plexTv: PlexTv;
  session: Session;
  onSignedOut: OnSignedOut;
  /** Called with a session that only this page holds, and with undefined when there is none. */
  onPageSession?: ((session: Session | undefined) => void) | undefined;
};

/** The account of a session until it ends. */
export function SignedIn(props: SignedInProps) {
  return (
    <QueryProvider>
      <AccountOfSession {...props} />
    </QueryProvider>
  );
}

/** The account page with the dialog to sign in again. */
function AccountOfSession({ plexTv, session: initialSession, onSignedOut, onPageSession }: SignedInProps) {
  const queryClient = useQueryClient();
  const isSigningOut = useRef(false);
  const { session, actualStorage, renew, remember } = useSession(plexTv, initialSession, (reason) => {
    // Sign-out ends the session in the other tabs too. Their message arrives before the response of plex.tv.
    if (!isSigningOut.current) onSignedOut(<SignInNoticeAlert kind={endedElsewhereNotice[reason]} />);
  });
  const [renewal, setRenewal] = useState<Renewal>({ state: 'none' });

  const warmUpWhileWaiting = useEffectEvent(() => {
    const hasAccount = queryClient.getQueryData(accountQueryKey(session)) !== undefined;
    if (!hasAccount) warmUp(session.client).catch(() => undefined); // the account opens without it too
  });
  // plex.tv may take long to answer, and the page has nothing to do until then.
  useEffect(() => {
    void prepareFormats();
    const timer = setTimeout(() => warmUpWhileWaiting(), warmUpAfterMs);
    return () => clearTimeout(timer);
  }, []);

  // The tab may still wait for a sign-in at plex.tv. This session replaces it.
  useEffect(removeStoredPin, []);

  const reportPageSession = useEffectEvent(() => onPageSession?.(actualStorage === 'page' ? session : undefined));
  // The session can change without a click here, by a message of another tab.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the session is the trigger
  useEffect(() => reportPageSession(), [session, actualStorage]);

  async function signOut() {
    isSigningOut.current = true;
    // If the person opens the sample and leaves it, this account must not come back.
    onPageSession?.(undefined);
    // The sign-out ends the token, so plex.tv could refuse this request.
    void queryClient.cancelQueries({ queryKey: accountQueryKey(session) });
    const error = await endAllSessions(session);
    onSignedOut(
      error ? <SignInNoticeAlert kind="sign-out-failed" error={error} /> : <SignInNoticeAlert kind="signed-out" />,
    );
  }

  function handleRefusedToken(error: PlexError) {
    if (isSigningOut.current) return; // the answer to the sign-out says how it ended
    forgetSession(session, 'refused');
    onSignedOut(<SignInNoticeAlert kind="session-ended" error={error} />, isScreenShared() ? '' : session.login);
  }

  async function signInAgain(newSignIn: NewSignIn) {
    const current = queryClient.getQueryData<Account>(accountQueryKey(session));
    if (current && !isSamePerson(current, newSignIn.account)) {
      void endUnusedSignIn(session.client, newSignIn);
      setRenewal({ state: 'other-account' });
      return;
    }
    setRenewal({ state: 'none' });
    const account = await renew(newSignIn);
    // The dialog may be open again.
    setRenewal((latest) => (latest.state === 'none' ? { state: 'done', account } : latest));
  }

  return (
    <>
      <AccountPage
        session={session}
        actualStorage={actualStorage}
        renewedAccount={renewal.state === 'done' ? renewal.account : undefined}
        onRemember={remember}
        onSignInAgain={() => setRenewal({ state: 'open' })}
        onSignOut={signOut}
        onEnded={handleRefusedToken}
      />
      {(renewal.state === 'open' || renewal.state === 'other-account') && (
        <SignInAgain
          session={session}
          isOtherAccount={renewal.state === 'other-account'}
          onSignedIn={(newSignIn) => void signInAgain(newSignIn)}
          onClose={() => setRenewal({ state: 'none' })}
        />
      )}
    </>
  );
}

function isSamePerson(one: Account, other: Account): boolean {
  const key = (['id', 'uuid', 'email', 'username'] as const).find((name) => one[name] && other[name]);
  return key !== undefined && one[key] === other[key];
}

type RestoreSessionProps = {
  plexTv: PlexTv;
  /** The result of `restoreSession`, if the page has called it already. */
  restored: NoSession | undefined;
  onFound: (session: Session) => void;
  onSignedOut: OnSignedOut;
};

/** Restores the session that this tab or browser has stored. */
export function RestoreSession({ plexTv, restored, onFound, onSignedOut }: RestoreSessionProps) {
  // Restoring also removes ended sessions from storage, so it must not happen during rendering.
  useEffect(() => {
    const result = restored ?? restoreSession(plexTv.client, new Date());
    if (result.kind === 'session') onFound(result.session);
    else if (result.kind === 'none') onSignedOut(undefined);
    else if (result.reason === 'expired') {
      onSignedOut(<SignInNoticeAlert kind="expired" />, isScreenShared() ? '' : result.login);
    } else onSignedOut(<SignInNoticeAlert kind={endedElsewhereNotice[result.reason]} />);
  });
  return <LoadingScreen />;
}
