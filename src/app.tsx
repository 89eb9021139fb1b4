import { Suspense, useEffect, useRef, useState } from 'react';
import { preloadSignedIn, Screens } from './screens.tsx';
import type { PlexTv, Session } from './session/session.ts';
import { hasEndedSession, hasStoredSession } from './session/storage/has-stored-session.ts';
import { hasStoredPin, isBackFromPlexTv } from './sign-in/pin/has-stored-pin.ts';
import { fragmentWithSample } from './ui/address-fragment.ts';
import { lazyWithPreload } from './ui/lazy-with-preload.tsx';
import { LoadingScreen } from './ui/loading-screen.tsx';
import { useSampleInAddress } from './use-sample-in-address.ts';
import { useVisitor, type Visitor } from './visitor.ts';

const [SampleApp, preloadSampleApp] = lazyWithPreload(async () => (await import('./sample-app.tsx')).SampleApp);

/** Shows the real plex.tv or the sample, as the address says. */
export function App({ plexTv }: { plexTv: PlexTv }) {
  const { sample, isReturn } = useSampleInAddress();
  const pageSession = useRef<Session>(undefined);
  const [isReturnFromPlexTv] = useState(isBackFromPlexTv);

  // After the return from plex.tv, the page gets back the address that it had before.
  useEffect(() => {
    if (!hasStoredPin() && !isBackFromPlexTv()) return;
    import('./sign-in/pin/return-address.ts').then(({ restoreAddress }) => restoreAddress()).catch(() => undefined); // the page works without it
  }, []);

  // Clear the marks of ended sessions even if nobody signs in again.
  useEffect(() => {
    if (!hasEndedSession()) return;
    import('./session/storage/ended-sessions.ts')
      .then(({ removeExpiredMarks }) => removeExpiredMarks(new Date()))
      .catch(() => undefined); // the next start tries again
  }, []);

  return (
    <Suspense fallback={<LoadingScreen />}>
      <AppReady />
      {sample === undefined ? (
        <RealApp
          plexTv={plexTv}
          pageSession={pageSession}
          isReturn={isReturn}
          isBackFromPlexTv={isReturnFromPlexTv && !isReturn}
        />
      ) : (
        <SampleApp client={plexTv.client} name={sample} />
      )}
    </Suspense>
  );
}

/** Tells `before-paint/keep-press.js` that the screen now handles presses itself. */
function AppReady() {
  // That script is outside React.
  useEffect(() => void dispatchEvent(new Event('app-ready')), []);
  return null;
}

type RealAppProps = {
  plexTv: PlexTv;
  /** A session that the browser could not store. It survives a visit to the sample. */
  pageSession: { current: Session | undefined };
  isReturn: boolean;
  isBackFromPlexTv: boolean;
};

function RealApp({ plexTv, pageSession, isReturn, isBackFromPlexTv: isBack }: RealAppProps) {
  const { visit, visitor, isPresent, showVisitor } = useVisitor(() => firstVisitor(pageSession.current));
  return (
    <Screens
      {...{ plexTv, visit, visitor, showVisitor, isReturn }}
      isBackFromPlexTv={isBack}
      onPageSession={(session) => {
        pageSession.current = session;
      }}
      onSample={async () => {
        await Promise.all([preloadSampleApp(), preloadSignedIn()]);
        if (isPresent()) location.hash = fragmentWithSample('');
      }}
    />
  );
}

function firstVisitor(pageSession: Session | undefined): Visitor {
  if (pageSession) return { state: 'signed-in', session: pageSession };
  // A tab that comes back from plex.tv finishes that sign-in, whatever session the browser remembers.
  const isFinishingSignIn = hasStoredPin() && isBackFromPlexTv();
  return { state: hasStoredSession() && !isFinishingSignIn ? 'returning' : 'signing-in' };
}
