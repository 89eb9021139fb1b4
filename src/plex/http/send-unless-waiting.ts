import type { RequestPurpose } from '../errors/error-kind.ts';
import { hasToWait } from '../errors/has-to-wait.ts';
import { PlexError } from '../errors/plex-error.ts';
import type { PlexClient } from './client.ts';

type Wait = { kind: 'rateLimited' | 'hostRateLimited'; retryAt: Date };

/** The last wait for each purpose. The key is `fetch`, which all clients of one plex.tv share. */
const lastWaits = new WeakMap<PlexClient['fetch'], Map<RequestPurpose, Wait>>();

/**
 * Sends a request, unless plex.tv has asked to wait with requests for this purpose. Without this, a
 * reopened screen or a reloaded page would send it too early.
 *
 * @throws PlexError: that of the request; `rateLimited` or `hostRateLimited`, without a request, during the wait.
 */
export async function sendUnlessWaiting<Result>(
  client: PlexClient,
  purpose: RequestPurpose,
  send: () => Promise<Result>,
): Promise<Result> {
  const last = lastWaits.get(client.fetch)?.get(purpose) ?? readWait(client, purpose);
  const waitError = last && new PlexError(last.kind, { retryAt: last.retryAt });
  if (waitError && hasToWait(waitError)) throw waitError;
  try {
    return await send();
  } catch (error) {
    if (error instanceof PlexError && hasToWait(error)) keepWait(client, purpose, error);
    throw error;
  }
}

function keepWait(client: PlexClient, purpose: RequestPurpose, { kind, details }: PlexError): void {
  const retryAt = details.retryAt ?? new Date();
  const wait: Wait = { kind: kind === 'hostRateLimited' ? kind : 'rateLimited', retryAt };
  lastWaits.set(client.fetch, new Map(lastWaits.get(client.fetch)).set(purpose, wait));
  waitsOf(client)?.set(purpose, `${wait.kind} ${retryAt.getTime()}`);
}

/** The wait from before a reload, which may be over. Storage can be changed by others, so the value is checked. */
export function readWait(client: PlexClient, purpose: RequestPurpose): Wait | undefined {
  const stored = waitsOf(client)?.get(purpose) ?? '';
  const [, kind, until] = /^(rateLimited|hostRateLimited) (\d{1,15})$/.exec(stored) ?? [];
  return until === undefined ? undefined : { kind: kind as Wait['kind'], retryAt: new Date(Number(until)) };
}

/** The sample plex.tv starts anew with each page, so its waits are not stored. */
function waitsOf({ isSample, waits }: PlexClient): PlexClient['waits'] {
  return isSample ? undefined : waits;
}
