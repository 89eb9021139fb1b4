import { relayError } from './relay-error.ts';
import type { RelayedRequest } from './relayed-requests.ts';

/**
 * Answers as plex.tv, or rejects when plex.tv cannot be reached. Should heed the request's `redirect`, and `signal`, which
 * is the request's own too; but that one falls silent once the garbage collector has taken the request (Node 20).
 */
export type Upstream = (request: Request, signal: AbortSignal) => Promise<Response>;

export type PassOnOptions = {
  readonly upstream: Upstream;
  /** Milliseconds for the whole exchange with plex.tv, its body included. */
  readonly timeLimitMs: number;
};

/** An account with every feature and service recorded so far is under 30 kB. */
const maxReplyBytes = 2 * 1024 * 1024;

/** Browsers send a request again by themselves when they are told one of these: a sign-in would count twice. */
const repeating = [408, 421, 425];

/**
 * Passes a request on to plex.tv as `relayed` says and gives its reply, both cut down to what the app uses.
 * Never rejects because of plex.tv: answers 504 after the time limit, 502 when plex.tv cannot be reached, sends the
 * request elsewhere or replies without end, and 499 (nginx's number) to a client that has gone.
 */
export async function passOn(request: Request, relayed: RelayedRequest, options: PassOnOptions): Promise<Response> {
  // Not AbortSignal.timeout and AbortSignal.any: those would keep the whole exchange in memory until the time is over.
  const limit = new AbortController();
  let isTooLate = false;
  const timer = setTimeout(() => {
    isTooLate = true;
    limit.abort();
  }, options.timeLimitMs);
  const giveUp = () => limit.abort();
  request.signal.addEventListener('abort', giveUp);
  try {
    // A race, because the promise to answer in time must not hang on an upstream that overlooks the signal.
    return await Promise.race([exchange(request, relayed, options.upstream, limit.signal), whenAborted(limit.signal)]);
  } catch (error) {
    if (isTooLate) return relayError(504, `plex.tv did not answer within ${options.timeLimitMs / 1000} s.`);
    if (request.signal.aborted) return relayError(499, 'The request was given up.');
    return relayError(502, `The relay could not reach plex.tv${reason(error)}.`);
  } finally {
    clearTimeout(timer);
    request.signal.removeEventListener('abort', giveUp);
  }
}

async function exchange(
  request: Request,
  relayed: RelayedRequest,
  upstream: Upstream,
  signal: AbortSignal,
): Promise<Response> {
  const reply = await upstream(await toPlexTv(request, relayed, signal), signal);
  // Following it would take the token, and on sign-in the password, wherever the redirect says.
  if (reply.status >= 300 && reply.status < 400) {
    await reply.body?.cancel();
    return relayError(502, 'plex.tv answered with a redirect, which the relay does not follow.');
  }
  if (repeating.includes(reply.status)) {
    await reply.body?.cancel();
    return relayError(502, `plex.tv answered ${reply.status}, on which browsers would ask twice.`);
  }
  const body = await readAtMost(maxReplyBytes, reply.body);
  if (!body) return relayError(502, 'plex.tv answered with more than the relay passes on.');
  return new Response(body.length === 0 ? null : body, {
    status: reply.status,
    // A list of what may pass, so that Set-Cookie and whatever else speaks for plex.tv's own pages stays out.
    headers: pick(reply.headers, (name) => name === 'content-type' || name === 'retry-after'),
  });
}

/**
 * What plex.tv gets to see. Cookies, Referer, X-Forwarded-* and, but for PINs, Origin tell it about this app's host and
 * its other pages; User-Agent and Accept-Language tell more of the browser than the X-Plex-* headers that the app chose to send.
 */
async function toPlexTv(
  request: Request,
  { path, query, passesOrigin }: RelayedRequest,
  signal: AbortSignal,
): Promise<Request> {
  const url = new URL(path, request.url);
  const [name = '', value] = query?.split('=') ?? [];
  if (query && new URL(request.url).searchParams.get(name) === value) url.search = query;
  return new Request(url, {
    method: request.method,
    headers: pick(
      request.headers,
      (name) =>
        name === 'accept' ||
        name === 'content-type' ||
        name.startsWith('x-plex-') ||
        (name === 'origin' && passesOrigin === true),
    ),
    body: request.method === 'POST' ? await request.arrayBuffer() : null,
    redirect: 'manual',
    signal,
  });
}

function pick(headers: Headers, isWanted: (name: string) => boolean): Headers {
  return new Headers([...headers].filter(([name]) => isWanted(name)));
}

async function readAtMost(maxBytes: number, body: Response['body']): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

/** The system's word for why, such as ECONNREFUSED: it helps whoever runs the relay and holds nothing of the request. */
function reason(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return /^[A-Z][A-Z0-9_]*$/.test(code) ? ` (${code})` : '';
}
