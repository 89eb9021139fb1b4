import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { AccountPage } from './account/account-page.tsx';
import type { Account } from './plex/account.ts';
import { discardToken } from './plex/discard-token.ts';
import type { PlexError } from './plex/plex-error.ts';
import { endSession, forgetSession } from './session/end-session.ts';
import { alsoRemembered, recallSession } from './session/recall-session.ts';
import type { Arrival, Manner, PlexTv, Session } from './session/session.ts';
import { accountKey } from './session/use-account.ts';
import { useSession } from './session/use-session.ts';
import { type Notice, NoticeAlert } from './sign-in/notice.tsx';
import { dropPin } from './sign-in/pin/kept-pin.ts';
import { SignInAgain } from './sign-in/sign-in-again.tsx';
import { isScreenShared } from './ui/screen-share-switch.tsx';
import { Waiting } from './ui/waiting.tsx';

/** Nobody is signed in any more: what the form says about it, and the login it is filled in with. */
type OnLeft = (notice: ReactNode, login?: string) => void;

const noticeElsewhere = { 'signed-out': 'signed-out-elsewhere', refused: 'refused-elsewhere' } as const;

/** A login may be read by whoever the screen is shared with. */
const shown = (login: string) => (isScreenShared() ? '' : login);

const tell = (notice: Notice) => <NoticeAlert {...notice} />;

type ReturningProps = { plexTv: PlexTv; onFound: (session: Session) => void; onLeft: OnLeft };

/** Looks for whoever is still signed in here. */
export function Returning({ plexTv: { client }, onFound, onLeft }: ReturningProps) {
  // Storage is outside React, and what is over is cleared away from it.
  useEffect(() => {
    const recalled = recallSession(client, new Date());
    if (!recalled) onLeft(undefined);
    else if ('session' in recalled) onFound(recalled.session);
    else if (recalled.over === 'forgotten') onLeft(tell({ kind: 'forgotten' }), shown(recalled.login));
    else onLeft(tell({ kind: noticeElsewhere[recalled.over] }));
  });
  return <Waiting />;
}

type SignedInProps = { plexTv: PlexTv; signedIn: Arrival | Session; onLeft: OnLeft };

/** Somebody who is signed in, from the moment that this is known until they leave. */
export function SignedIn({ plexTv, signedIn, onLeft }: SignedInProps) {
  const queryClient = useQueryClient();
  const { session, kept, renew, remember } = useSession(plexTv, signedIn, (ending) =>
    onLeft(tell({ kind: noticeElsewhere[ending] })),
  );
  const [again, setAgain] = useState<'no' | 'asking' | 'somebody-else' | 'done'>('no');

  const isLeaving = useRef(false);

  // Whoever is signed in waits no longer for a sign-in at plex.tv that this tab began.
  useEffect(dropPin, []);

  async function leave() {
    isLeaving.current = true;
    const leaving = [session, ...alsoRemembered(session, new Date())];
    for (const each of leaving) forgetSession(each, 'signed-out');
    const reason = (await Promise.all(leaving.map(endSession))).find(Boolean);
    onLeft(tell(reason ? { kind: 'untold', reason } : { kind: 'signed-out' }));
  }

  function end(reason: PlexError) {
    forgetSession(session, 'refused');
    // Who is leaving anyway is to leave no trace.
    onLeft(tell({ kind: 'ended', reason }), isLeaving.current ? '' : shown(session.login));
  }

  function signInAgain(account: Account, manner: Manner) {
    const current = queryClient.getQueryData<Account>(accountKey(session));
    if (current && !isSamePerson(current, account)) {
      void discardToken(session.client, account.authToken);
      setAgain('somebody-else');
      return;
    }
    renew({ account, manner });
    setAgain('done');
  }

  return (
    <>
      <AccountPage
        session={session}
        kept={kept}
        isRenewed={again === 'done'}
        onRemember={remember}
        onSignInAgain={() => setAgain('asking')}
        onSignOut={leave}
        onEnded={end}
      />
      {(again === 'asking' || again === 'somebody-else') && (
        <SignInAgain
          session={session}
          isSomebodyElse={again === 'somebody-else'}
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
