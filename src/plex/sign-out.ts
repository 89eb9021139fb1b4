import type { PlexClient } from './client.ts';
import { request } from './request.ts';
import type { Secret } from './secret.ts';

/**
 * `DELETE /users/signout`: plex.tv answers 204 and the token is dead.
 *
 * @throws PlexError when plex.tv could not be told; with `endsSession` when the token was dead already.
 */
export async function signOut(client: PlexClient, token: Secret, signal?: AbortSignal): Promise<void> {
  await request(client, { purpose: 'sign-out', method: 'DELETE', path: '/users/signout', token, signal });
}

/**
 * Ends a token that nobody is to have, such as one from a sign-in that was answered after the person gave up. Whether
 * that succeeds is told to nobody: nobody waits for it.
 */
export async function discardToken(client: PlexClient, token: Secret | null | undefined): Promise<void> {
  if (token) await signOut(client, token).catch(() => undefined);
}
