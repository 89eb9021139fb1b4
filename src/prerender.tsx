import { prerender } from 'react-dom/static';
import { Root } from './root.tsx';

// The build imports this file and puts the result into `index.html`. `main.tsx` takes it over.

/** The sign-in screen as HTML. */
export const signInHtml = await prerenderSignIn();

async function prerenderSignIn(): Promise<string> {
  // What the first render reads: a bare address, and no chosen theme. Storage is missing, as where it is blocked.
  Object.assign(globalThis, { location: { hash: '' }, document: { documentElement: { dataset: {} } } });
  const client = { base: '', clientIdentifier: '', fetch, isRelayed: true };
  const { prelude } = await prerender(<Root plexTv={{ client }} />);
  return new Response(prelude).text();
}
