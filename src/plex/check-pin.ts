import type { Pin } from './create-pin.ts';
import { PlexError } from './errors/plex-error.ts';
import type { PlexClient } from './http/client.ts';
import { isRecord } from './http/is-record.ts';
import { request } from './http/request.ts';
import { Secret } from './secrets/secret.ts';

/**
 * `GET /pins/{id}`: asks whether a person has approved the PIN. Call it at most once a second.
 *
 * plex.tv sends the token once, within 10 seconds of the approval. The call takes no signal, because an aborted call
 * could lose the token.
 *
 * @returns the token, or undefined while the PIN waits (`authToken` is null until then).
 * @throws PlexError: `pinExpired` when plex.tv no longer knows the PIN (404 with code 1020; 410 was also seen),
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
