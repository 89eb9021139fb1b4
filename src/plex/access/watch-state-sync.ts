import { boolean, replyObject } from '../account/reply-fields.ts';
import type { PlexClient } from '../http/client.ts';
import { request } from '../http/request.ts';
import type { Secret } from '../secrets/secret.ts';
import { type AccessReply, readAccessReply, type WithAllKeys, withAllKeys } from './access-reply.ts';

const watchStateSyncEntries = {
  /** plex.tv stores what the person has watched. Source: python-plexapi, 2026. */
  consent: boolean,
};

const watchStateSyncSchema = replyObject(watchStateSyncEntries);

export type WatchStateSync = WithAllKeys<typeof watchStateSyncEntries>;

/**
 * `GET /user/view_state_sync`: whether plex.tv stores what the person has watched.
 *
 * @throws PlexError; the signal's own reason when the caller aborted.
 */
export async function getWatchStateSync(
  client: PlexClient,
  token: Secret,
  signal?: AbortSignal,
): Promise<AccessReply<WatchStateSync>> {
  const reply = await request(client, {
    purpose: 'access',
    method: 'GET',
    path: '/user/view_state_sync',
    token,
    signal,
  });
  return readAccessReply(watchStateSyncSchema, reply, (parsed) => withAllKeys(watchStateSyncEntries, parsed));
}
