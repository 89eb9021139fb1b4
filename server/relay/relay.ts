import { Hono, type MiddlewareHandler } from 'hono';
import { networkOf } from '../client-address.ts';
import type { AppEnv } from '../identify-client.ts';
import type { Log } from '../log.ts';
import { replySecurity } from '../security-headers.ts';
import { createAddressLimit, retryAfterSeconds } from './address-limit.ts';
import { detectDisconnect } from './detect-disconnect.ts';
import { abortedStatus, createForward, type ForwardOptions } from './forward.ts';
import { isAllowedOrigin, isFromOwnPage } from './is-allowed-origin.ts';
import { relayError } from './relay-error.ts';
import { devicePath, findRelayedRequest, type RelayedRequest, signInPath } from './relayed-requests.ts';

export type RelayOptions = ForwardOptions & {
  /** Gets one line per request: method, path, status and time. Never a body, query, header or unknown path. */
  readonly log: Log;
  readonly signInsPerMinute: number;
  /** The part of the path before `/api/`. */
  readonly basePath: string;
};

type Env = AppEnv & { Variables: { relayed: RelayedRequest } };

/**
 * How many devices one address may sign out in a minute. The page signs them out one at a time, and an account has
 * hundreds at most.
 */
const devicesPerMinute = 240;

/** A sign-in form has a few hundred bytes. */
const maxBodyBytes = 16 * 1024;

/**
 * The relay between the page and plex.tv, which does not let pages of other origins call it. It forwards the requests in
 * `relayedRequests` and stores nothing. It answers other requests itself, with a status (400, 403, 404, 405, 413, 429,
 * 5xx) and a message in the form of plex.tv's JSON errors.
 */
export function createRelay({ log, signInsPerMinute, basePath, ...options }: RelayOptions): Hono<Env> {
  const app = new Hono<Env>();
  const forward = createForward(options);
  const pathOf = (path: string) => path.slice(basePath.length);
  app.use(logged(log, pathOf), replySecurity, neverCached, allowedOriginOnly, smallBodyOnly);
  app.use(relayedRequestOnly(pathOf), withTokenOnly, ownPageOnlyForDevices);
  // plex.tv locks out an address that guesses passwords, and all visitors of a relay share its address.
  app.use(limited(signInPath, signInsPerMinute, 'sign-ins'), limited(devicePath, devicesPerMinute, 'devices'));
  app.use(detectDisconnect);
  // The whole path matches a pattern of the list. Only the digits of an id or UUID can differ.
  app.all('*', (c) => forward(c.req.raw, { ...c.get('relayed'), path: pathOf(c.req.path) }));
  app.onError(() => relayError(500, 'The relay failed.'));
  return app;
}

function logged(log: Log, pathOf: (path: string) => string): MiddlewareHandler {
  return async (c, next) => {
    const start = performance.now();
    await next();
    // An unknown path is not logged. It may hold a token, or a line break that forges a log line.
    const path = findRelayedRequest(pathOf(c.req.path))?.path ?? '(other path)';
    const outcome = c.res.status === abortedStatus ? 'aborted' : c.res.status;
    log(`${c.req.method} ${path} ${outcome} ${Math.round(performance.now() - start)} ms`);
  };
}

/** Forbids caching: replies hold tokens. */
const neverCached: MiddlewareHandler = async (c, next) => {
  await next();
  c.res.headers.set('Cache-Control', 'no-store');
};

const allowedOriginOnly: MiddlewareHandler<Env> = async (c, next) => {
  const { headers } = c.env.incoming;
  if (!isAllowedOrigin(headers, c.get('client').hosts)) {
    return relayError(
      403,
      'This relay answers only to its own page. If a proxy in front changes Host, name it in TRUSTED_PROXY and let it ' +
        'send X-Forwarded-Host.',
    );
  }
  // plex.tv requires this header. Links, forms, images and beacons of other pages cannot send it.
  if (headers['x-plex-client-identifier']) return next();
  return relayError(400, 'X-Plex-Client-Identifier is missing. This page sends it with every request.');
};

/** Not `hono/body-limit`, which makes a stream of each body: 50 kB of memory for each slow upload. */
const smallBodyOnly: MiddlewareHandler = async (c, next) => {
  // `start-server.ts` refuses bodies without Content-Length.
  if (Number(c.req.header('Content-Length') ?? 0) <= maxBodyBytes) return next();
  return relayError(413, 'The request is too large: over 16 kB.');
};

function relayedRequestOnly(pathOf: (path: string) => string): MiddlewareHandler<Env> {
  return async (c, next) => {
    const relayed = findRelayedRequest(pathOf(c.req.path));
    if (!relayed) return relayError(404, 'This relay forwards only the requests that its own page makes.');
    c.set('relayed', relayed);
    const { method } = relayed;
    if (c.req.method === method) return next();
    return relayError(405, `This relay forwards only ${method} for this path.`, { Allow: method });
  };
}

const withTokenOnly: MiddlewareHandler<Env> = async (c, next) => {
  if (!c.get('relayed').needsToken || c.req.header('X-Plex-Token')) return next();
  return relayError(400, 'X-Plex-Token is missing. plex.tv does not answer this request without it.');
};

/** Signing a device out cannot be undone, so only the page may do it, and no other program. */
const ownPageOnlyForDevices: MiddlewareHandler<Env> = async (c, next) => {
  const isOwnPage = isFromOwnPage(c.env.incoming.headers, c.get('client').hosts);
  if (c.get('relayed').path !== devicePath || isOwnPage) return next();
  return relayError(403, 'This relay signs devices out only for its own page.');
};

function limited(path: string, perMinute: number, things: string): MiddlewareHandler<Env> {
  const mayAsk = createAddressLimit(perMinute);
  return async (c, next) => {
    if (c.get('relayed').path !== path || mayAsk(networkOf(c.get('client').address))) return next();
    return relayError(429, `Too many ${things} from your address: this relay makes you wait a minute.`, {
      'Retry-After': String(retryAfterSeconds),
    });
  };
}
