import { LoadError } from '../plex/errors/load-error.ts';

/** @throws LoadError when the code cannot be loaded. */
export async function loadPasswordSignIn() {
  try {
    return (await import('./password/password-sign-in.tsx')).passwordSignIn;
  } catch {
    throw new LoadError();
  }
}
