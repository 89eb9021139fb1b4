import './app.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ErrorBoundary } from 'react-error-boundary';
import { App } from './app.tsx';
import { clientIdentifier } from './session/client-identifier.ts';
import { Broken } from './ui/broken.tsx';

const plexTv = {
  client: {
    origin: location.origin,
    clientIdentifier: clientIdentifier(),
    fetch: (request: Request) => fetch(request),
  },
};

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <ErrorBoundary fallback={<Broken />}>
        <QueryClientProvider client={new QueryClient()}>
          <App plexTv={plexTv} />
        </QueryClientProvider>
      </ErrorBoundary>
    </StrictMode>,
  );
}
