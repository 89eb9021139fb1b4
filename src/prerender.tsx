import { renderToString } from 'react-dom/server';
import { Root } from './root.tsx';

/** Draws the sign-in screen as HTML. The build puts it into `index.html`, and `main.tsx` takes it over. */
export function prerenderSignIn(): string {
  // The first render reads the address and the theme. There is no storage, as in a browser that blocks it.
  Object.assign(globalThis, { location: { hash: '' }, document: { documentElement: { dataset: {} } } });
  const client = { base: '', clientIdentifier: '', fetch, isRelayed: true };
  return renderToString(<Root plexTv={{ client }} />);
}
