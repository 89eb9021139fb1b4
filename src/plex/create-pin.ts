import type { PlexClient } from './client.ts';
import { isRecord } from './is-record.ts';
import { PlexError } from './plex-error.ts';
import { request } from './request.ts';

/** A code that somebody agrees to at plex.tv; the PIN then holds a token for the client that made it. */
export type Pin = {
  id: number;
  /** 25 characters when it travels in an address, 4 when a person types it at plex.tv/link. */
  code: string;
  expiresAt: Date;
};

const maxLifetimeSeconds = 24 * 60 * 60;

/**
 * `POST /pins`: a new PIN of this client's. A strong one lives 30 minutes and is for plex.tv's own sign-in page; any
 * other has 4 characters, lives 15 minutes and is for plex.tv/link.
 *
 * @returns the PIN, with its end by this device's clock, which may be hours from plex.tv's: `expiresIn` counts seconds.
 * @throws PlexError, `notJson` when the reply is no PIN.
 */
export async function createPin(client: PlexClient, { isStrong }: { isStrong: boolean }): Promise<Pin> {
  const path = isStrong ? '/pins?strong=true' : '/pins';
  const reply = await request(client, { purpose: 'new-pin', method: 'POST', path });
  const { id, code, expiresIn } = isRecord(reply) ? reply : {};
  const isLife = typeof expiresIn === 'number' && expiresIn > 0 && expiresIn <= maxLifetimeSeconds;
  if (!isId(id) || !isCode(code) || !isLife) throw new PlexError('notJson');
  return { id, code, expiresAt: new Date(Date.now() + expiresIn * 1000) };
}

function isId(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
}

function isCode(value: unknown): value is string {
  return typeof value === 'string' && /^[\w-]{1,64}$/.test(value);
}
