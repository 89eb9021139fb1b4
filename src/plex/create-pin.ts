import { PlexError } from './errors/plex-error.ts';
import type { PlexClient } from './http/client.ts';
import { isRecord } from './http/is-record.ts';
import { request } from './http/request.ts';

/** A sign-in code. A person approves it at plex.tv; then the client that created it can fetch a token. */
export type Pin = {
  id: number;
  /** 25 characters for a strong PIN, 4 characters for one that a person types at plex.tv/link. */
  code: string;
  expiresAt: Date;
};

const maxLifetimeSeconds = 24 * 60 * 60;

/**
 * `POST /pins`: creates a PIN. A strong PIN lasts 30 minutes and is for plex.tv's own sign-in page. Any other PIN has 4
 * characters, lasts 15 minutes and is for plex.tv/link.
 *
 * @returns the PIN. `expiresAt` follows this device's clock, because that clock may differ from plex.tv's by hours. It
 * is computed from `expiresIn`, in seconds.
 * @throws PlexError: `notJson` when the reply is not a PIN.
 */
export async function createPin(client: PlexClient, { isStrong }: { isStrong: boolean }): Promise<Pin> {
  const path = isStrong ? '/pins?strong=true' : '/pins';
  const reply = await request(client, { purpose: 'new-pin', method: 'POST', path });
  const { id, code, expiresIn } = isRecord(reply) ? reply : {};
  const isLifetime = typeof expiresIn === 'number' && expiresIn > 0 && expiresIn <= maxLifetimeSeconds;
  if (!isId(id) || !isCode(code) || !isLifetime) throw new PlexError('notJson');
  return { id, code, expiresAt: new Date(Date.now() + expiresIn * 1000) };
}

function isId(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
}

function isCode(value: unknown): value is string {
  return typeof value === 'string' && /^[\w-]{1,64}$/.test(value);
}
