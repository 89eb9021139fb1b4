import { Suspense, useEffect, useState } from 'react';
import { isReturning } from './is-returning.ts';
import { preloadSignedIn, Screens } from './screens.tsx';
import type { PlexTv } from './session/session.ts';
import { hasEndedSession } from './session/storage/has-stored-session.ts';
import { hasStoredPin, isBackFromPlexTv } from './sign-in/pin/has-stored-pin.ts';
import { fragmentWithSample, sampleInFragment } from './ui/address-fragment.ts';
import { lazyWithPreload } from './ui/lazy-with-preload.tsx';
import { LoadingScreen } from './ui/loading-screen.tsx';
import { type ScreenState, useCurrentScreen } from './use-current-screen.ts';
import { useSampleInAddress } from './use-sample-in-address.ts';

/** The bar of the sample has the style of the account. */
const [SampleApp, preloadSampleApp] = lazyWithPreload(async () => {
  const [{ SampleApp }] = await Promise.all([import('./sample-app.tsx'), preloadSignedIn()]);
  return SampleApp;
});

/** The screen to begin with: after the sample, the account again if only this page holds its session. */
type FirstScreen = { current: ScreenState | undefined };

type AppProps = {
  plexTv: PlexTv;
  /** The result of `prepareFirstScreen`. */
  firstScreen?: FirstScreen;
};

/** Shows the real plex.tv or the sample, as the address says. */
export function App({ plexTv, firstScreen: given }: AppProps) {
  const { sample, isReturn } = useSampleInAddress();
  const [firstScreen] = useState(() => given ?? { current: undefined });
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
          firstScreen={firstScreen}
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
  firstScreen: FirstScreen;
  isReturn: boolean;
  isBackFromPlexTv: boolean;
};

function RealApp({ plexTv, firstScreen, isReturn, isBackFromPlexTv: isBack }: RealAppProps) {
  const { screenIndex, screen, isCurrent, showScreen } = useCurrentScreen(
    () => firstScreen.current ?? { state: isReturning() ? 'returning' : 'signing-in' },
  );
  return (
    <Screens
      {...{ plexTv, screenIndex, screen, showScreen, isReturn }}
      isBackFromPlexTv={isBack}
      onPageSession={(session) => {
        firstScreen.current = session && { state: 'signed-in', session };
      }}
      onSample={async () => {
        await preloadSampleApp();
        if (isCurrent()) location.hash = fragmentWithSample('');
      }}
    />
  );
}

/**
 * Loads what the first screen needs, before it is drawn: `lazy` would keep the loading screen for 300 ms after the code
 * has arrived. If a session is stored, it also requests the account.
 */
export async function prepareFirstScreen({ client }: PlexTv): Promise<ScreenState | undefined> {
  if (sampleInFragment() !== undefined) {
    await preloadSampleApp();
    return undefined;
  }
  if (!isReturning()) return undefined;
  // The browser loads both files already. If the request has not left yet, it leaves before the account's code runs.
  const { resumeSession } = await import('./session/resume-session.ts');
  const restored = await resumeSession(client);
  await preloadSignedIn().catch(() => undefined); // the screen loads the code again, and reports the failure
  if (restored.kind === 'session') return { state: 'signed-in', session: restored.session };
  return { state: 'returning', restored };
}
