import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, Suspense, useRef, useState } from 'react';
import { discardToken } from './plex/discard-token.ts';
import { errorWords } from './plex/error-words.ts';
import { loadSignIn } from './plex/load-sign-in.ts';
import { hasStoredSession } from './session/has-stored-session.ts';
import type { NewSignIn, PlexTv, SampleLogin, Session } from './session/session.ts';
import type { InitialValues } from './sign-in/sign-in-form.tsx';
import { SignInScreen } from './sign-in/sign-in-screen.tsx';
import { ErrorNotice } from './ui/error-notice.tsx';
import { lazyWithPreload } from './ui/lazy-with-preload.tsx';
import { LoadingScreen } from './ui/loading-screen.tsx';

const loadSchema = () => import('./plex/parse-account.ts');
const loadSample = () => import('./open-sample.ts');
const [SignedIn, loadSignedIn] = lazyWithPreload(async () => (await import('./signed-in.tsx')).SignedIn);
const [Returning] = lazyWithPreload(async () => (await import('./signed-in.tsx')).Returning);
const [SampleBar, loadSampleBar] = lazyWithPreload(async () => (await import('./sign-in/sample-bar.tsx')).SampleBar);

/** A failure here is not told: it comes again, in its words, when the code is needed. */
function fetchAhead() {
  Promise.all([loadSignIn(), loadSchema(), loadSignedIn()]).catch(() => undefined);
}

/** Who the screen is for: somebody with a session, or nobody, and why. Each visit is a screen of its own. */
type Visitor = {
  visit: number;
  plexTv: PlexTv;
  /** Somebody who has just signed in, or who was found to be signed in still. */
  signedIn?: NewSignIn | Session | undefined;
  /** Somebody may still be signed in here. */
  isReturning?: boolean;
  notice?: ReactNode;
  filledIn?: InitialValues | undefined;
};

/** Joins the screens: nobody signed in, the form; somebody, the account. */
export function App({ plexTv: realPlexTv }: { plexTv: PlexTv }) {
  const queryClient = useQueryClient();
  const [visitor, setVisitor] = useState<Visitor>(() => ({
    visit: 0,
    plexTv: realPlexTv,
    isReturning: hasStoredSession(),
  }));
  const { visit, plexTv, signedIn, isReturning, notice, filledIn } = visitor;

  const latestVisit = useRef(0);

  /** Forgets whoever is here, and shows the next screen; unless this visit is over, and somebody else has come. */
  function turn(next: Omit<Visitor, 'visit'>): boolean {
    if (latestVisit.current !== visit) return false;
    latestVisit.current = visit + 1;
    queryClient.clear();
    setVisitor({ ...next, visit: visit + 1 });
    return true;
  }

  /** The one door for every way of signing in. */
  async function enter({ account, details }: NewSignIn) {
    const isFetched = await loadSignedIn().then(
      () => true,
      () => false,
    );
    const isEntered = isFetched && turn({ plexTv, signedIn: { account, details } });
    if (!isEntered) void discardToken(plexTv.client, account.authToken);
    if (!isFetched) turn({ plexTv, notice: <ErrorNotice words={errorWords.incomplete} /> });
  }

  const leave = (why: ReactNode, login?: string) =>
    turn({ plexTv, notice: why, filledIn: login ? { login } : undefined });

  /** The sample plex.tv is fetched only now, with all that its screens need. */
  async function visitSample() {
    const [{ openSample }] = await Promise.all([loadSample(), loadSampleBar(), loadSignedIn()]);
    turn(await openSample(realPlexTv));
  }

  const chooseSample = async (login: SampleLogin) => turn(await (await loadSample()).chooseSample(plexTv, login));

  return (
    <Suspense fallback={<LoadingScreen />}>
      {plexTv.sampleLogins && (
        <SampleBar
          logins={plexTv.sampleLogins}
          onChoose={(login) => void chooseSample(login)}
          onLeave={() => turn({ plexTv: realPlexTv })}
        />
      )}
      {signedIn && <SignedIn key={visit} plexTv={plexTv} signedIn={signedIn} onLeft={leave} />}
      {isReturning && (
        <Returning plexTv={plexTv} onFound={(found) => turn({ plexTv, signedIn: found })} onLeft={leave} />
      )}
      {!signedIn && !isReturning && (
        <SignInScreen
          key={visit}
          plexTv={plexTv}
          notice={notice}
          initialValues={filledIn}
          isReturn={visit > 0}
          onSignedIn={(signIn) => void enter(signIn)}
          onTouched={fetchAhead}
          onSample={visitSample}
        />
      )}
    </Suspense>
  );
}
