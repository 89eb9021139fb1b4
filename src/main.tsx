import './app.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { signOutAndForget } from './session/sign-out-and-forget.ts';
import { getClientIdentifier } from './session/storage/client-identifier.ts';
import { storedWaits } from './session/storage/stored-waits.ts';
import { CrashScreen } from './ui/crash-screen.tsx';

const plexTv = {
  client: {
    // Not `document.baseURI`, in which a name and password for a proxy would stand: no request can be made with those.
    base: new URL('.', location.href).href,
    clientIdentifier: getClientIdentifier(),
    fetch: (request: Request) => fetch(request),
    isRelayed: true,
    waits: storedWaits,
  },
};

async function signOutAndReload() {
  await signOutAndForget(plexTv.client);
  location.reload();
}

const container = document.getElementById('root');
if (container && document.documentElement.dataset.browser !== 'too-old') {
  const root = createRoot(container, {
    // React has taken the screen down; words take its place.
    onUncaughtError: (error) => {
      // Some supported browsers lack it, and the crash screen must not depend on it.
      window.reportError?.(error);
      root.render(<CrashScreen onSignOut={() => void signOutAndReload()} />);
    },
  });
  root.render(
    <StrictMode>
      <QueryClientProvider client={new QueryClient()}>
        <App plexTv={plexTv} />
      </QueryClientProvider>
    </StrictMode>,
  );
}
