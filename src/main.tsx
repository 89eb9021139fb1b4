import './app.css';
import { createRoot, hydrateRoot, type RootOptions } from 'react-dom/client';
import { prepareFirstScreen } from './app.tsx';
import { Root } from './root.tsx';
import { takeEarlyRequest } from './session/early-request.ts';
import { createPageClient } from './session/page-client.ts';
import { signOutAndForget } from './session/sign-out-and-forget.ts';
import { CrashScreen } from './ui/crash-screen.tsx';
import { LoadingScreen } from './ui/loading-screen.tsx';

const plexTv = { client: createPageClient() };

async function signOutAndReload() {
  await signOutAndForget(plexTv.client);
  location.reload();
}

const container = document.getElementById('root');
const { dataset } = document.documentElement;
if (container && dataset.browser !== 'too-old') {
  const options: RootOptions = {
    // React has removed the screen.
    onUncaughtError: (error) => {
      // Some supported browsers lack it, and the crash screen must not depend on it.
      window.reportError?.(error);
      dispatchEvent(new Event('app-ready')); // the script has arrived, though it failed
      root.render(<CrashScreen onSignOut={() => void signOutAndReload()} />);
    },
  };
  // The build has drawn the sign-in screen. It is hidden when the page opens with another screen.
  const isSignInDrawn = container.firstElementChild !== null && dataset.firstScreen !== 'other';
  const root = isSignInDrawn
    ? hydrateRoot(container, <Root plexTv={plexTv} />, options)
    : createRoot(container, options);
  if (!isSignInDrawn) {
    container.replaceChildren();
    delete dataset.firstScreen;
    // A browser that has all files needs no loading screen.
    const timer = setTimeout(() => root.render(<LoadingScreen />), 100);
    void prepareFirstScreen(plexTv)
      .catch(() => undefined) // the page loads it again, and reports the failure
      .then((screen) => {
        clearTimeout(timer);
        // If the app has not taken the early request by now, it does not need it.
        void takeEarlyRequest(undefined);
        root.render(<Root plexTv={plexTv} firstScreen={{ current: screen }} />);
      });
  }
}
