import { renderToString } from 'react-dom/server';
import { Root } from './root.tsx';

/** Draws the sign-in screen as HTML. The build puts it into `index.html`, and `main.tsx` takes it over. */
export function prerenderSignIn(): string {
  // What the first render reads: a bare address, and no chosen theme. Storage is missing, as where it is blocked.
  Object.assign(globalThis, { location: { hash: '' }, document: { documentElement: { dataset: {} } } });
  const client = { base: '', clientIdentifier: '', fetch, isRelayed: true };
  return renderToString(<Root plexTv={{ client }} />);
}
