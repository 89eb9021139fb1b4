import type { RequestPurpose } from '../errors/error-kind.ts';
import { hasToWait } from '../errors/has-to-wait.ts';
import { PlexError } from '../errors/plex-error.ts';
import type { PlexClient } from './client.ts';

/** The last error with `Retry-After` for each purpose. Every client of one plex.tv has the same `fetch`. */
const lastErrors = new WeakMap<PlexClient['fetch'], Map<RequestPurpose, PlexError>>();

/**
 * Sends a request, unless plex.tv has asked to wait with requests for this purpose. A screen that is opened again would
 * otherwise send it too early.
 *
 * @throws PlexError: that of the request; `rateLimited`, without a request, while plex.tv asks to wait.
 */
export async function sendUnlessHeld<Result>(
  { fetch }: PlexClient,
  purpose: RequestPurpose,
  send: () => Promise<Result>,
): Promise<Result> {
  const last = lastErrors.get(fetch)?.get(purpose);
  if (last && hasToWait(last)) throw new PlexError('rateLimited', { retryAt: last.details.retryAt });
  try {
    return await send();
  } catch (error) {
    if (error instanceof PlexError && hasToWait(error)) {
      lastErrors.set(fetch, new Map(lastErrors.get(fetch)).set(purpose, error));
    }
    throw error;
  }
}
