import { StrictMode } from 'react';
import { App } from './app.tsx';
import type { PlexTv } from './session/session.ts';

/** Everything below the element that React takes over. The build draws it too, so both must draw the same. */
export function Root({ plexTv }: { plexTv: PlexTv }) {
  return (
    <StrictMode>
      <App plexTv={plexTv} />
    </StrictMode>
  );
}
