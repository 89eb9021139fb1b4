import { PlexError } from '../errors/plex-error.ts';
import type { PlexClient } from '../http/client.ts';
import { request } from '../http/request.ts';
import type { Secret } from '../secrets/secret.ts';

/**
 * `DELETE /devices/{id}.xml`: signs a device out and removes it from the list. A media server then belongs to nobody
 * until somebody claims it again. Known from clients of 2026; not verified against plex.tv.
 *
 * Takes no signal: an aborted call may have signed the device out.
 *
 * @param deviceId the `id` of a `Device`.
 * @returns `already-gone` when plex.tv no longer lists the device (404 or 410).
 * @throws PlexError when plex.tv did not confirm the sign-out.
 */
export async function signOutDevice(
  client: PlexClient,
  token: Secret,
  deviceId: string,
): Promise<'signed-out' | 'already-gone'> {
  try {
    const path = `/devices/${encodeURIComponent(deviceId)}.xml`;
    await request(client, { purpose: 'access', method: 'DELETE', path, isOutsideApi: true, isXml: true, token });
    return 'signed-out';
  } catch (error) {
    if (error instanceof PlexError && isGone(error)) return 'already-gone';
    throw error;
  }
}

/** A 404 of a proxy or of the server of this page says nothing about the device. */
function isGone({ kind, details: { status } }: PlexError): boolean {
  return (status === 404 && kind === 'refused') || (status === 410 && kind === 'gone');
}
