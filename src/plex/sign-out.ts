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
