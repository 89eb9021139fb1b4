import { type ReactNode, Suspense, useEffect, useState } from 'react';
import { loadErrorWords } from './plex/errors/load-error.ts';
import { loadSignIn } from './plex/load-sign-in.ts';
import type { NewSignIn, PlexTv, SampleLogin } from './session/session.ts';
import { hasEndedSession } from './session/storage/has-stored-session.ts';
import { endUnusedSignIn } from './session/tabs/end-unused-token.ts';
import { isBackFromPlexTv, restoreAddress } from './sign-in/pin/return-address.ts';
import { SignInScreen } from './sign-in/sign-in-screen.tsx';
import { ErrorNotice } from './ui/error-notice.tsx';
import { lazyWithPreload } from './ui/lazy-with-preload.tsx';
import { LoadingScreen } from './ui/loading-screen.tsx';
import { useVisitor } from './visitor.ts';

const loadSchema = () => import('./plex/account/parse-account.ts');
const loadSession = () => import('./session/session.ts');
const loadSample = () => import('./open-sample.ts');
const [SignedIn, preloadSignedIn] = lazyWithPreload(async () => (await import('./signed-in.tsx')).SignedIn);
const [Returning] = lazyWithPreload(async () => (await import('./signed-in.tsx')).Returning);
const [SampleBar, preloadSampleBar] = lazyWithPreload(async () => (await import('./sign-in/sample-bar.tsx')).SampleBar);

/** Ignores failures: the code is imported again, and the failure reported, when it is needed. */
function preload() {
  Promise.all([loadSignIn(), loadSchema(), preloadSignedIn()]).catch(() => undefined);
}

/** Joins the screens: the sign-in form, the return of somebody with a stored session, and the account. */
export function App({ plexTv: realPlexTv }: { plexTv: PlexTv }) {
  const { visit, visitor, showVisitor } = useVisitor(realPlexTv);
  const { plexTv } = visitor;

  const [isReturnFromPlexTv] = useState(isBackFromPlexTv);
  // The address is outside React.
  useEffect(restoreAddress, []);

  // Storage is outside React. Marks of ended sessions are cleared even if nobody signs in again.
  useEffect(() => {
    if (!hasEndedSession()) return;
    import('./session/storage/ended-sessions.ts')
      .then(({ removeExpiredMarks }) => removeExpiredMarks(new Date()))
      .catch(() => undefined); // the next start tries again
  }, []);

  async function completeSignIn(newSignIn: NewSignIn) {
    const loaded = await Promise.all([loadSession(), preloadSignedIn()]).catch(() => undefined);
    const session = loaded?.[0].createSession(plexTv, newSignIn);
    const isShown = session && showVisitor({ plexTv, state: 'signed-in', session });
    if (!isShown) void endUnusedSignIn(plexTv.client, newSignIn);
    if (!session)
      showVisitor({ plexTv, state: 'signing-in', notice: <ErrorNotice words={loadErrorWords.loadFailed} /> });
  }

  const showSignIn = (notice: ReactNode, login?: string) =>
    showVisitor({ plexTv, state: 'signing-in', notice, initialValues: login ? { login } : undefined });

  async function openSample() {
    const [sample] = await Promise.all([loadSample(), preloadSampleBar(), preloadSignedIn()]);
    showVisitor(await sample.openSample(realPlexTv));
  }

  async function chooseSample(login: SampleLogin) {
    showVisitor(await (await loadSample()).chooseSample(plexTv, login));
  }

  return (
    <Suspense fallback={<LoadingScreen />}>
      {plexTv.sampleLogins && (
        <SampleBar
          logins={plexTv.sampleLogins}
          onChoose={(login) => void chooseSample(login)}
          onLeave={() => showVisitor({ plexTv: realPlexTv, state: 'signing-in' })}
        />
      )}
      {visitor.state === 'returning' && (
        <Returning
          plexTv={plexTv}
          onFound={(session) => showVisitor({ plexTv, state: 'signed-in', session })}
          onSignedOut={showSignIn}
        />
      )}
      {visitor.state === 'signed-in' && (
        <SignedIn key={visit} plexTv={plexTv} session={visitor.session} onSignedOut={showSignIn} />
      )}
      {visitor.state === 'signing-in' && (
        <SignInScreen
          key={visit}
          plexTv={plexTv}
          notice={visitor.notice}
          initialValues={visitor.initialValues}
          isReturn={visit > 0}
          // The first screen, or the one after a stored session that has ended.
          isBackFromPlexTv={isReturnFromPlexTv && visit < 2}
          onSignedIn={(signIn) => void completeSignIn(signIn)}
          onTouched={preload}
          onSample={openSample}
        />
      )}
    </Suspense>
  );
}
