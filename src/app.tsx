import { Suspense, useEffect, useState } from 'react';
import { preloadSignedIn, Screens } from './screens.tsx';
import type { PlexTv } from './session/session.ts';
import { hasEndedSession, hasStoredSession } from './session/storage/has-stored-session.ts';
import { hasStoredPin, isBackFromPlexTv } from './sign-in/pin/has-stored-pin.ts';
import { fragmentWithSample, sampleInFragment } from './ui/address-fragment.ts';
import { lazyWithPreload } from './ui/lazy-with-preload.tsx';
import { LoadingScreen } from './ui/loading-screen.tsx';
import { useSampleInAddress } from './use-sample-in-address.ts';
import { useVisitor, type Visitor } from './visitor.ts';

const [SampleApp, preloadSampleApp] = lazyWithPreload(async () => (await import('./sample-app.tsx')).SampleApp);

/** The first visitor, then one whose session only this page holds. They survive a visit to the sample. */
type PageVisitor = { current: Visitor | undefined };

type AppProps = {
  plexTv: PlexTv;
  /** The visitor whom `prepareFirstScreen` has found. */
  pageVisitor?: PageVisitor;
};

/** Shows the real plex.tv or the sample, as the address says. */
export function App({ plexTv, pageVisitor: given }: AppProps) {
  const { sample, isReturn } = useSampleInAddress();
  const [pageVisitor] = useState(() => given ?? { current: undefined });
  const [isReturnFromPlexTv] = useState(isBackFromPlexTv);

  // The address and the storage are outside React.
  useEffect(() => {
    if (!hasStoredPin() && !isBackFromPlexTv() && !hasEndedSession()) return;
    import('./tidy-up.ts').then(({ tidyUp }) => tidyUp()).catch(() => undefined); // the next start tries again
  }, []);

  return (
    <Suspense fallback={<LoadingScreen />}>
      <AppReady />
      {sample === undefined ? (
        <RealApp
          plexTv={plexTv}
          pageVisitor={pageVisitor}
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
  pageVisitor: PageVisitor;
  isReturn: boolean;
  isBackFromPlexTv: boolean;
};

function RealApp({ plexTv, pageVisitor, isReturn, isBackFromPlexTv: isBack }: RealAppProps) {
  const { visit, visitor, isPresent, showVisitor } = useVisitor(() => pageVisitor.current ?? firstVisitor());
  return (
    <Screens
      {...{ plexTv, visit, visitor, showVisitor, isReturn }}
      isBackFromPlexTv={isBack}
      onPageSession={(session) => {
        pageVisitor.current = session && { state: 'signed-in', session };
      }}
      onSample={async () => {
        await Promise.all([preloadSampleApp(), preloadSignedIn()]);
        if (isPresent()) location.hash = fragmentWithSample('');
      }}
    />
  );
}

function firstVisitor(): Visitor {
  return { state: hasStoredSession() && !isFinishingSignIn() ? 'returning' : 'signing-in' };
}

/** A tab that comes back from plex.tv finishes that sign-in, whatever session the browser remembers. */
function isFinishingSignIn(): boolean {
  return hasStoredPin() && isBackFromPlexTv();
}

/**
 * Loads what the first screen needs, before it is drawn: `lazy` would keep the loading screen for 300 ms after the code
 * has arrived. Also begins the request for the account of somebody who comes back.
 */
export async function prepareFirstScreen({ client }: PlexTv): Promise<Visitor | undefined> {
  // Without its code, the screen loads it again, and reports the failure.
  const preloadAccount = () => preloadSignedIn().catch(() => undefined);
  if (sampleInFragment() !== undefined) {
    await Promise.all([preloadSampleApp(), preloadAccount()]);
    return undefined;
  }
  if (firstVisitor().state !== 'returning') return undefined;
  // The browser loads both files already. The request leaves before the code of the account screen runs.
  const { resumeSession } = await import('./session/resume-session.ts');
  const restored = await resumeSession(client);
  await preloadAccount();
  if (restored.kind === 'session') return { state: 'signed-in', session: restored.session };
  return { state: 'returning', restored };
}
