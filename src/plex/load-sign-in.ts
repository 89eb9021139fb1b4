import { PlexError } from './plex-error.ts';

/**
 * Loads the sign-in code. The page starts without it, because the form only needs it on submit.
 *
 * @throws PlexError: `offline` or `loadFailed` when the code cannot be loaded.
 */
export async function loadSignIn(): Promise<typeof import('./sign-in.ts')> {
  try {
    return await import('./sign-in.ts');
  } catch {
    throw new PlexError(navigator.onLine === false ? 'offline' : 'loadFailed');
  }
}
