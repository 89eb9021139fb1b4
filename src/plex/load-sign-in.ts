import { PlexError } from './plex-error.ts';

/**
 * Fetches the code that signs in, which the form does not need before it is used.
 *
 * @throws PlexError `offline` or `loadFailed` when it cannot be had.
 */
export async function loadSignIn(): Promise<typeof import('./sign-in.ts')> {
  try {
    return await import('./sign-in.ts');
  } catch {
    throw new PlexError(navigator.onLine === false ? 'offline' : 'loadFailed');
  }
}
