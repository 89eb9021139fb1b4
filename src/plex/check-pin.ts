import type { PlexClient } from './client.ts';
import type { Pin } from './create-pin.ts';
import { isRecord } from './is-record.ts';
import { PlexError } from './plex-error.ts';
import { request } from './request.ts';
import { Secret } from './secret.ts';

/**
 * `GET /pins/{id}`: whether somebody has agreed. To be asked once a second at most. Once claimed, the token can be had
 * for 10 seconds, and is asked for once. Cannot be aborted: an answer that nobody hears may have been that one.
 *
 * @returns the token, or undefined while nobody has agreed (`authToken` is null until then).
 * @throws PlexError, `pinExpired` when plex.tv does not know the PIN any more (404 with code 1020; 410 also seen),
 * `notJson` when the reply is not this PIN.
 */
export async function checkPin(
  client: PlexClient,
  { id, code }: Pick<Pin, 'id' | 'code'>,
): Promise<Secret | undefined> {
  const reply = await request(client, {
    purpose: 'pin',
    method: 'GET',
    path: `/pins/${id}`,
    secrets: [String(id), code],
  });
  if (!isRecord(reply) || reply.id !== id) throw new PlexError('notJson');
  const { authToken } = reply;
  return typeof authToken === 'string' && authToken !== '' ? new Secret(authToken) : undefined;
}
