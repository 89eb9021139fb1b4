import { Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { replyPolicy, securityHeaders } from '../security-headers.ts';
import { type PassOnOptions, passOn } from './pass-on.ts';
import { relayError } from './relay-error.ts';
import { type RelayedRequest, relayedAt, signInPath } from './relayed-requests.ts';
import { createSignInLimit, retryAfterSeconds } from './sign-in-limit.ts';

/** `address` is the client's, by which sign-ins are counted. */
export type Relay = { fetch(request: Request, address?: string): Promise<Response> };

export type RelayOptions = PassOnOptions & {
  /** Gets one line per request: method, path and status; never a body, a query, a header or an unknown path. */
  readonly log: (line: string) => void;
  readonly signInsPerMinute: number;
};

type Env = { Bindings: { address: string }; Variables: { relayed: RelayedRequest } };

/** A login, a password and a code are some hundred bytes. */
const maxBodyBytes = 16 * 1024;

/**
 * The relay between the app and plex.tv, which may refuse calls that browsers make from other origins.
 * It passes on the requests that the app makes, keeps nothing, and answers all else itself with a status
 * (403, 404, 405, 413, 429, 5xx) and words in the form of plex.tv's JSON errors. `fetch` never rejects.
 */
export function createRelay({ log, signInsPerMinute, ...options }: RelayOptions): Relay {
  const app = new Hono<Env>();
  app.use(logged(log), hardened, refuseOtherSites);
  app.use(
    bodyLimit({ maxSize: maxBodyBytes, onError: () => relayError(413, 'The request is too large: over 16 kB.') }),
  );
  app.use(onlyRelayed, limited(signInsPerMinute));
  // Its path matches the list's from end to end, so the two differ in the digits of an id at most.
  app.all('*', (c) => passOn(c.req.raw, { ...c.get('relayed'), path: c.req.path }, options));
  app.onError(() => relayError(500, 'The relay failed.'));
  return { fetch: async (request, address = '') => app.fetch(request, { address }) };
}

function logged(log: RelayOptions['log']): MiddlewareHandler {
  return async (c, next) => {
    await next();
    // Whoever called a path that is not ours chose its words: a token, say, or a line break to forge the next line.
    log(`${c.req.method} ${relayedAt(c.req.path)?.path ?? '(other path)'} ${c.res.status}`);
  };
}

/** Replies hold tokens, so no cache may keep them. */
const hardened: MiddlewareHandler = async (c, next) => {
  await next();
  c.res.headers.set('Cache-Control', 'no-store');
  c.res.headers.set('Content-Security-Policy', replyPolicy);
  for (const [name, value] of Object.entries(securityHeaders)) c.res.headers.set(name, value);
};

/** Keeps other web pages from using somebody's relay. */
const refuseOtherSites: MiddlewareHandler = async (c, next) =>
  isFromOwnPage(c.req.raw) ? next() : relayError(403, 'This relay answers only to its own page.');

function isFromOwnPage({ headers, url }: Request): boolean {
  const site = headers.get('Sec-Fetch-Site');
  if (site !== null) return site === 'same-origin' || site === 'none';
  // Browsers leave Sec-Fetch-Site out on plain http in a home network. What sends no Origin either is no web page, or a
  // GET of one that can neither name a token nor read the answer.
  const origin = headers.get('Origin');
  return origin === null || (URL.canParse(origin) && new URL(origin).host === new URL(url).host);
}

const onlyRelayed: MiddlewareHandler<Env> = async (c, next) => {
  const relayed = relayedAt(c.req.path);
  if (!relayed) return relayError(404, 'This relay passes on only what its own page asks for.');
  c.set('relayed', relayed);
  const { method } = relayed;
  if (c.req.method === method) return next();
  return relayError(405, `This relay passes on only ${method} for this path.`, { Allow: method });
};

function limited(perMinute: number): MiddlewareHandler<Env> {
  const mayTry = createSignInLimit(perMinute);
  return async (c, next) => {
    if (c.get('relayed').path !== signInPath || mayTry(c.env.address)) return next();
    return relayError(429, 'Too many sign-ins from your address: this relay makes you wait a minute.', {
      'Retry-After': String(retryAfterSeconds),
    });
  };
}
