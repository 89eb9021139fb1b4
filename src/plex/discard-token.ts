import type { PlexClient } from './client.ts';
import type { Secret } from './secret.ts';

/**
 * Ends a token that nobody is to have, such as one from a sign-in that was answered after the person gave up. Whether
 * that succeeds is told to nobody: nobody waits for it.
 */
export async function discardToken(client: PlexClient, token: Secret | null | undefined): Promise<void> {
  if (!token) return;
  try {
    const { signOut } = await import('./sign-out.ts');
    await signOut(client, token);
  } catch {
    // plex.tv could not be told: the token lives until it expires.
  }
}
