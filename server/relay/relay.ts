import { Hono, type MiddlewareHandler } from 'hono';
import { networkOf } from '../client-address.ts';
import type { Log } from '../log.ts';
import { replySecurity } from '../security-headers.ts';
import type { AppEnv } from '../visitor.ts';
import { noticeDeparture } from './notice-departure.ts';
import { isFromOwnPage } from './own-page.ts';
import { abortedStatus, createPassOn, type PassOnOptions } from './pass-on.ts';
import { relayError } from './relay-error.ts';
import { type RelayedRequest, relayedAt, signInPath } from './relayed-requests.ts';
import { createSignInLimit, retryAfterSeconds } from './sign-in-limit.ts';

export type RelayOptions = PassOnOptions & {
  /** Gets one line per request: method, path and status; never a body, a query, a header or an unknown path. */
  readonly log: Log;
  readonly signInsPerMinute: number;
  /** What stands in front of `/api/` in the paths of requests. */
  readonly basePath: string;
};

type Env = AppEnv & { Variables: { relayed: RelayedRequest } };

/** A login, a password and a code are some hundred bytes. */
const maxBodyBytes = 16 * 1024;

/**
 * The relay between the app and plex.tv, which may refuse calls that browsers make from other origins.
 * It passes on the requests that the app makes, keeps nothing, and answers all else itself with a status
 * (400, 403, 404, 405, 413, 429, 5xx) and words in the form of plex.tv's JSON errors.
 */
export function createRelay({ log, signInsPerMinute, basePath, ...options }: RelayOptions): Hono<Env> {
  const app = new Hono<Env>();
  const passOn = createPassOn(options);
  const pathOf = (path: string) => path.slice(basePath.length);
  app.use(logged(log, pathOf), replySecurity, neverCached, onlyOwnPage, onlySmall);
  app.use(onlyRelayed(pathOf), limited(signInsPerMinute), noticeDeparture);
  // Its path matches the list's from end to end, so the two differ in the digits of an id at most.
  app.all('*', (c) => passOn(c.req.raw, { ...c.get('relayed'), path: pathOf(c.req.path) }));
  app.onError(() => relayError(500, 'The relay failed.'));
  return app;
}

function logged(log: Log, pathOf: (path: string) => string): MiddlewareHandler {
  return async (c, next) => {
    const start = performance.now();
    await next();
    // Whoever called a path that is not ours chose its words: a token, say, or a line break to forge the next line.
    const path = relayedAt(pathOf(c.req.path))?.path ?? '(other path)';
    const outcome = c.res.status === abortedStatus ? 'aborted' : c.res.status;
    log(`${c.req.method} ${path} ${outcome} ${Math.round(performance.now() - start)} ms`);
  };
}

/** Replies hold tokens. */
const neverCached: MiddlewareHandler = async (c, next) => {
  await next();
  c.res.headers.set('Cache-Control', 'no-store');
};

const onlyOwnPage: MiddlewareHandler<Env> = async (c, next) => {
  const { headers } = c.env.incoming;
  if (!isFromOwnPage(headers, c.get('visitor').hosts)) {
    return relayError(
      403,
      'This relay answers only to its own page. If a proxy in front changes Host, name it in TRUSTED_PROXY and let it ' +
        'send X-Forwarded-Host.',
    );
  }
  // Links, forms, images and beacons of other pages cannot send this header, and plex.tv demands it.
  if (headers['x-plex-client-identifier']) return next();
  return relayError(400, 'X-Plex-Client-Identifier is missing, which this page sends with every request.');
};

/** Not `hono/body-limit`, which makes a stream of each body: 50 kB of memory for each one that is slow to come. */
const onlySmall: MiddlewareHandler = async (c, next) => {
  // Every body that comes this far has told its length.
  if (Number(c.req.header('Content-Length') ?? 0) <= maxBodyBytes) return next();
  return relayError(413, 'The request is too large: over 16 kB.');
};

function onlyRelayed(pathOf: (path: string) => string): MiddlewareHandler<Env> {
  return async (c, next) => {
    const relayed = relayedAt(pathOf(c.req.path));
    if (!relayed) return relayError(404, 'This relay passes on only what its own page asks for.');
    c.set('relayed', relayed);
    const { method } = relayed;
    if (c.req.method === method) return next();
    return relayError(405, `This relay passes on only ${method} for this path.`, { Allow: method });
  };
}

function limited(perMinute: number): MiddlewareHandler<Env> {
  const mayTry = createSignInLimit(perMinute);
  return async (c, next) => {
    if (c.get('relayed').path !== signInPath || mayTry(networkOf(c.get('visitor').address))) return next();
    return relayError(429, 'Too many sign-ins from your address: this relay makes you wait a minute.', {
      'Retry-After': String(retryAfterSeconds),
    });
  };
}
