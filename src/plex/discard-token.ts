import type { PlexClient } from './http/client.ts';
import type { Secret } from './secrets/secret.ts';

/**
 * Ends a token that is not needed, such as one from a sign-in that finished after the person cancelled it. Never
 * throws: no caller waits for the result.
 */
export async function discardToken(client: PlexClient, token: Secret | null | undefined): Promise<void> {
  if (!token) return;
  try {
    const { signOut } = await import('./sign-out.ts');
    await signOut(client, token);
  } catch {
    // The token stays valid until it expires.
  }
}
