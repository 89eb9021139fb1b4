import { PlexError } from './errors/plex-error.ts';
import type { PlexClient } from './http/client.ts';
import type { Secret } from './secrets/secret.ts';
import { signOut } from './sign-out.ts';

/**
 * Ends a token at plex.tv. Does nothing without a token; a token that was dead already counts as ended.
 *
 * @returns the error when plex.tv could not be reached or refused: the token then still works.
 */
export async function endToken(client: PlexClient, token: Secret | null | undefined): Promise<PlexError | undefined> {
  if (!token) return undefined;
  try {
    await signOut(client, token);
    return undefined;
  } catch (error) {
    if (error instanceof PlexError) return error.endsSession ? undefined : error;
    throw error;
  }
}
