import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { AccountPage } from './account/account-page.tsx';
import type { Account } from './plex/account.ts';
import { discardToken } from './plex/discard-token.ts';
import type { PlexError } from './plex/plex-error.ts';
import { endSessionAtPlex, forgetSession } from './session/end-session.ts';
import { otherSessionsOfAccount, restoreSession } from './session/restore-session.ts';
import type { NewSignIn, PlexTv, Session } from './session/session.ts';
import { accountQueryKey } from './session/use-account.ts';
import { useSession } from './session/use-session.ts';
import { removeStoredPin } from './sign-in/pin/stored-pin.ts';
import { SignInAgain } from './sign-in/sign-in-again.tsx';
import { type SignInNotice, SignInNoticeAlert } from './sign-in/sign-in-notice.tsx';
import { LoadingScreen } from './ui/loading-screen.tsx';
import { isScreenShared } from './ui/screen-share-switch.tsx';

/** Nobody is signed in any more: what the form says about it, and the login it is filled in with. */
type OnLeft = (notice: ReactNode, login?: string) => void;

const noticeElsewhere = { 'signed-out': 'signed-out-elsewhere', refused: 'refused-elsewhere' } as const;

/** A login may be read by whoever the screen is shared with. */
const shown = (login: string) => (isScreenShared() ? '' : login);

const tell = (notice: SignInNotice) => <SignInNoticeAlert {...notice} />;

type ReturningProps = { plexTv: PlexTv; onFound: (session: Session) => void; onLeft: OnLeft };

/** Looks for whoever is still signed in here. */
export function Returning({ plexTv: { client }, onFound, onLeft }: ReturningProps) {
  // Storage is outside React, and what is over is cleared away from it.
  useEffect(() => {
    const recalled = restoreSession(client, new Date());
    if (!recalled) onLeft(undefined);
    else if ('session' in recalled) onFound(recalled.session);
    else if (recalled.over === 'forgotten') onLeft(tell({ kind: 'expired' }), shown(recalled.login));
    else onLeft(tell({ kind: noticeElsewhere[recalled.over] }));
  });
  return <LoadingScreen />;
}

type SignedInProps = { plexTv: PlexTv; signedIn: NewSignIn | Session; onLeft: OnLeft };

/** Somebody who is signed in, from the moment that this is known until they leave. */
export function SignedIn({ plexTv, signedIn, onLeft }: SignedInProps) {
  const queryClient = useQueryClient();
  const { session, actualStorage, renew, remember } = useSession(plexTv, signedIn, (ending) =>
    onLeft(tell({ kind: noticeElsewhere[ending] })),
  );
  const [again, setAgain] = useState<'no' | 'asking' | 'somebody-else' | 'done'>('no');

  const isLeaving = useRef(false);

  // Whoever is signed in waits no longer for a sign-in at plex.tv that this tab began.
  useEffect(removeStoredPin, []);

  async function leave() {
    isLeaving.current = true;
    const leaving = [session, ...otherSessionsOfAccount(session, new Date())];
    for (const each of leaving) forgetSession(each, 'signed-out');
    const reason = (await Promise.all(leaving.map(endSessionAtPlex))).find(Boolean);
    onLeft(tell(reason ? { kind: 'sign-out-failed', reason } : { kind: 'signed-out' }));
  }

  function end(reason: PlexError) {
    forgetSession(session, 'refused');
    // Who is leaving anyway is to leave no trace.
    onLeft(tell({ kind: 'ended', reason }), isLeaving.current ? '' : shown(session.login));
  }

  function signInAgain({ account, details }: NewSignIn) {
    const current = queryClient.getQueryData<Account>(accountQueryKey(session));
    if (current && !isSamePerson(current, account)) {
      void discardToken(session.client, account.authToken);
      setAgain('somebody-else');
      return;
    }
    renew({ account, details });
    setAgain('done');
  }

  return (
    <>
      <AccountPage
        session={session}
        actualStorage={actualStorage}
        isRenewed={again === 'done'}
        onRemember={remember}
        onSignInAgain={() => setAgain('asking')}
        onSignOut={leave}
        onEnded={end}
      />
      {(again === 'asking' || again === 'somebody-else') && (
        <SignInAgain
          session={session}
          isOtherAccount={again === 'somebody-else'}
          onSignedIn={signInAgain}
          onClose={() => setAgain('no')}
        />
      )}
    </>
  );
}

function isSamePerson(one: Account, other: Account): boolean {
  const key = (['id', 'uuid', 'email', 'username'] as const).find((name) => one[name] && other[name]);
  return key !== undefined && one[key] === other[key];
}
