import type { PlexClient } from '../../plex/http/client.ts';
import { sendUnlessWaiting } from '../../plex/http/send-unless-waiting.ts';
import { createRequestQueue, type RequestQueue } from './request-queue.ts';

/** The most requests about access at a time. */
const maxRequests = 2;

/** Every client of one plex.tv has the same `fetch`. */
const queues = new WeakMap<PlexClient['fetch'], RequestQueue>();

/**
 * Sends a request about access when its turn comes, unless plex.tv has asked to wait.
 *
 * @throws PlexError: that of the request; `rateLimited`, without a request, while plex.tv asks to wait. The signal's
 * reason when it is aborted before its turn.
 */
export function sendAccessRequest<Result>(
  client: PlexClient,
  send: () => Promise<Result>,
  signal?: AbortSignal,
): Promise<Result> {
  const queue = queues.get(client.fetch) ?? createRequestQueue(maxRequests);
  queues.set(client.fetch, queue);
  return queue(() => sendUnlessWaiting(client, 'access', send), signal);
}
