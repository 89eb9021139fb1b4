import { type ComponentProps, StrictMode } from 'react';
import { App } from './app.tsx';

/** Everything below the element that React takes over. The build draws it too, so both must draw the same. */
export function Root(props: ComponentProps<typeof App>) {
  return (
    <StrictMode>
      <App {...props} />
    </StrictMode>
  );
}
