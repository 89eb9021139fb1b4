import { type AskPlexTv, type PlexTvReply, type PlexTvRequest, UnusableReplyError } from './ask-plex-tv.ts';
import { answeredBy, relayError } from './relay-error.ts';
import type { RelayedRequest } from './relayed-requests.ts';

export type PassOnOptions = {
  readonly askPlexTv: AskPlexTv;
  /** Milliseconds for the whole exchange with plex.tv, its body included. */
  readonly timeLimitMs: number;
};

/** Browsers send a request again by themselves when they are told one of these: a sign-in would count twice. */
const repeatingStatuses = [407, 408, 421, 425];

/** The status in the log of a request whose client has gone; nginx has the same number for it. */
export const abortedStatus = 499;

/** Requests that wait for plex.tv at once. Each holds up to 2 MB for up to 15 seconds. */
const maxUnderWay = 500;

type PassOn = (request: Request, relayed: RelayedRequest) => Promise<Response>;

/**
 * Makes what passes a request on to plex.tv as `relayed` says and gives its reply, both cut down to what the app uses.
 * It never rejects because of plex.tv: it answers 504 after the time limit, 502 when plex.tv cannot be reached, sends the
 * request elsewhere or replies with something unusable, 503 when too many requests wait for plex.tv already, and 499 to
 * a client that has gone.
 */
export function createPassOn({ askPlexTv, timeLimitMs }: PassOnOptions): PassOn {
  let underWay = 0;
  const exchange = async (request: PlexTvRequest): Promise<Response> => {
    if (underWay >= maxUnderWay)
      return relayError(503, 'This relay has too many requests under way.', { 'Retry-After': '5' });
    underWay += 1;
    try {
      // A race, because the promise to answer in time must not hang on a plex.tv that overlooks the signal.
      return responseFor(await Promise.race([askPlexTv(request), whenAborted(request.signal)]));
    } finally {
      underWay -= 1;
    }
  };
  return async (request, relayed) => {
    // Not AbortSignal.timeout and AbortSignal.any: those would keep the whole exchange in memory until the time is over.
    const limit = new AbortController();
    let isTooLate = false;
    const timer = setTimeout(() => {
      isTooLate = true;
      limit.abort();
    }, timeLimitMs);
    const giveUp = () => limit.abort();
    request.signal.addEventListener('abort', giveUp);
    try {
      const body = request.method === 'POST' ? await readBody(request) : new Uint8Array();
      if (!body) return relayError(abortedStatus, 'The upload was given up.');
      return await exchange(requestFor(request, relayed, body, limit.signal));
    } catch (error) {
      if (error instanceof UnusableReplyError) return relayError(502, error.message);
      if (isTooLate) return relayError(504, `plex.tv did not answer within ${timeLimitMs / 1000} s.`);
      if (request.signal.aborted) return relayError(abortedStatus, 'The request was given up.');
      return relayError(502, `The relay could not reach plex.tv${reason(error)}.`);
    } finally {
      clearTimeout(timer);
      request.signal.removeEventListener('abort', giveUp);
    }
  };
}

/** Undefined when the client went before it had sent all. */
async function readBody(request: Request): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return new Uint8Array(await request.arrayBuffer());
  } catch {
    return undefined;
  }
}

/**
 * What plex.tv gets to see. Cookie, Authorization, Referer, X-Forwarded-* and, but for PINs, Origin tell it about this
 * app's host and its other pages; User-Agent and Accept-Language tell more of the browser than the X-Plex-* headers that
 * the app chose to send.
 */
function requestFor(
  { url, headers }: Request,
  relayed: RelayedRequest,
  body: Uint8Array<ArrayBuffer>,
  signal: AbortSignal,
): PlexTvRequest {
  const [name = '', value] = relayed.query?.split('=') ?? [];
  const isQuerySent = relayed.query !== undefined && new URL(url).searchParams.get(name) === value;
  const isWanted = (header: string) =>
    header === 'accept' ||
    header === 'content-type' ||
    header.startsWith('x-plex-') ||
    (header === 'origin' && relayed.passesOrigin === true);
  return {
    method: relayed.method,
    path: isQuerySent ? `${relayed.path}?${relayed.query}` : relayed.path,
    headers: Object.fromEntries([...headers].filter(([header]) => isWanted(header))),
    body,
    signal,
  };
}

function responseFor({ status, contentType, retryAfter, body }: PlexTvReply): Response {
  // Following it would take the token, and on sign-in the password, wherever the redirect says.
  if (status >= 300 && status < 400)
    return relayError(502, 'plex.tv answered with a redirect, which the relay does not follow.');
  if (repeatingStatuses.includes(status))
    return relayError(502, `plex.tv answered ${status}, on which browsers would ask twice.`);
  if (status < 200 || status > 599) return relayError(502, `plex.tv answered ${status}, which is no known status.`);
  // A list of what may pass, so that Set-Cookie and whatever else speaks for plex.tv's own pages stays out.
  const headers: Record<string, string> = { [answeredBy]: 'plex.tv' };
  if (contentType !== null) headers['Content-Type'] = contentType;
  if (retryAfter !== null) headers['Retry-After'] = retryAfter;
  const hasBody = body.length > 0 && status !== 204 && status !== 205;
  return new Response(hasBody ? body : null, { status, headers });
}

function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

/** The system's word for why, such as ECONNREFUSED: it helps whoever runs the relay and holds nothing of the request. */
function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^[A-Z][A-Z0-9_]*$/.test(code) ? ` (${code})` : '';
}
