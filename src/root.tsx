import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode, useState } from 'react';
import { App } from './app.tsx';
import type { PlexTv } from './session/session.ts';

/** Everything below the element that React takes over. The build draws it too, so both must draw the same. */
export function Root({ plexTv }: { plexTv: PlexTv }) {
  const [queryClient] = useState(() => new QueryClient());

  return (
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <App plexTv={plexTv} />
      </QueryClientProvider>
    </StrictMode>
  );
}
