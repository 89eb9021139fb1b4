import { cleanReply } from './clean-reply.ts';
import { headersToBrowser, headersToPlexTv } from './headers.ts';
import { InvalidReplyError, type PlexTvClient, type PlexTvReply, type PlexTvRequest } from './plex-tv-client.ts';
import { relayError } from './relay-error.ts';
import type { RelayedRequest } from './relayed-requests.ts';

export type ForwardOptions = {
  readonly plexTvClient: PlexTvClient;
  /** Milliseconds for the whole exchange with plex.tv, its body included. */
  readonly timeLimitMs: number;
};

/** Browsers repeat a request on these statuses: a sign-in would count twice. */
const repeatingStatuses = [407, 408, 421, 425];

/** The internal status of a request whose client has left. */
export const abortedStatus = 499;

/** The usual limit of a reply. The largest recorded account is under 30 kB. */
const usualReplyBytes = 2 * 1024 * 1024;

/** The most memory for the requests that wait for plex.tv at once: 500 of the usual limit, for up to 15 seconds. */
const maxOpenBytes = 500 * usualReplyBytes;

type Forward = (request: Request, relayed: RelayedRequest) => Promise<Response>;

/**
 * Makes the function that forwards a request to plex.tv and returns its reply. Both are reduced to what the page uses.
 * It never rejects because of plex.tv. It answers 504 after the time limit; 502 when plex.tv cannot be reached, redirects,
 * or sends an unusable reply; 503 when too many requests wait for plex.tv; and 499 when the client has left.
 */
export function createForward({ plexTvClient, timeLimitMs }: ForwardOptions): Forward {
  let openBytes = 0;
  const exchange = async (request: PlexTvRequest, { cleaning }: RelayedRequest): Promise<Response> => {
    if (openBytes + request.maxReplyBytes > maxOpenBytes)
      return relayError(503, 'This relay has too many requests under way.', { 'Retry-After': '5' });
    openBytes += request.maxReplyBytes;
    try {
      // A race, because a client of plex.tv might ignore the signal.
      const reply = await Promise.race([plexTvClient(request), whenAborted(request.signal)]);
      return responseFor(cleaning ? cleanReply(cleaning, reply) : reply);
    } finally {
      openBytes -= request.maxReplyBytes;
    }
  };
  return async (request, relayed) => {
    // Not AbortSignal.timeout and AbortSignal.any: they keep the whole exchange in memory until the time is over.
    const limit = new AbortController();
    let isTimedOut = false;
    const timer = setTimeout(() => {
      isTimedOut = true;
      limit.abort();
    }, timeLimitMs);
    const abort = () => limit.abort();
    request.signal.addEventListener('abort', abort);
    try {
      const body = request.method === 'POST' ? await readBody(request) : new Uint8Array();
      if (!body) return relayError(abortedStatus, 'The upload was aborted.');
      return await exchange(requestFor(request, relayed, body, limit.signal), relayed);
    } catch (error) {
      if (error instanceof InvalidReplyError) return relayError(502, error.message);
      if (isTimedOut) return relayError(504, `plex.tv did not answer within ${timeLimitMs / 1000} s.`);
      if (request.signal.aborted) return relayError(abortedStatus, 'The request was aborted.');
      return relayError(502, `The relay could not reach plex.tv${reason(error)}.`);
    } finally {
      clearTimeout(timer);
      request.signal.removeEventListener('abort', abort);
    }
  };
}

/** Returns undefined if the client left before it sent the whole body. */
async function readBody(request: Request): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return new Uint8Array(await request.arrayBuffer());
  } catch {
    return undefined;
  }
}

function requestFor(
  { url, headers }: Request,
  relayed: RelayedRequest,
  body: Uint8Array<ArrayBuffer>,
  signal: AbortSignal,
): PlexTvRequest {
  const { searchParams } = new URL(url);
  const queries = (relayed.queries ?? []).filter((query) => {
    const [name = '', value] = query.split('=');
    return searchParams.get(name) === value;
  });
  const path = relayed.isOutsideApi ? relayed.path.replace('/api', '') : relayed.path;
  return {
    method: relayed.method,
    path: queries.length > 0 ? `${path}?${queries.join('&')}` : path,
    maxReplyBytes: relayed.maxReplyBytes ?? usualReplyBytes,
    headers: headersToPlexTv(headers, relayed),
    body,
    signal,
  };
}

function responseFor(reply: PlexTvReply): Response {
  const { status, body } = reply;
  // Following it would send the token, or the password of a sign-in, to another server.
  if (status >= 300 && status < 400)
    return relayError(502, 'plex.tv answered with a redirect, which the relay does not follow.');
  if (repeatingStatuses.includes(status))
    return relayError(502, `plex.tv answered ${status}, on which browsers would repeat the request.`);
  if (status < 200 || status > 599) return relayError(502, `plex.tv answered ${status}, which is not a valid status.`);
  const hasBody = body.length > 0 && status !== 204 && status !== 205;
  return new Response(hasBody ? body : null, { status, headers: headersToBrowser(reply) });
}

function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

/** The system's error code, such as ECONNREFUSED. It helps the host and contains nothing of the request. */
function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^[A-Z][A-Z0-9_]*$/.test(code) ? ` (${code})` : '';
}
