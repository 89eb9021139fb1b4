import type { PlexClient } from './http/client.ts';
import { request } from './http/request.ts';
import type { Secret } from './secrets/secret.ts';

/**
 * `DELETE /users/signout`: ends the token. plex.tv answers 204.
 *
 * @throws PlexError when the request failed, with `endsSession` when the token was already dead; the signal's own reason
 * when the caller aborted.
 */
export async function signOut(client: PlexClient, token: Secret, signal?: AbortSignal): Promise<void> {
  await request(client, { purpose: 'sign-out', method: 'DELETE', path: '/users/signout', token, signal });
}
