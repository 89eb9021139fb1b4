import { prerender } from 'react-dom/static';
import { Root } from './root.tsx';

// The build imports this file and puts the result into `index.html`. `main.tsx` takes it over.

/** The sign-in screen as HTML. */
export const signInHtml = await prerenderSignIn();

async function prerenderSignIn(): Promise<string> {
  // The first render reads the address and the theme. There is no storage, as in a browser that blocks it.
  Object.assign(globalThis, { location: { hash: '' }, document: { documentElement: { dataset: {} } } });
  const client = { base: '', clientIdentifier: '', fetch, isRelayed: true };
  const { prelude } = await prerender(<Root plexTv={{ client }} />);
  return new Response(prelude).text();
}
