import { Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { type PassOnOptions, passOn } from './pass-on.ts';
import { relayError } from './relay-error.ts';

export type Relay = { fetch(request: Request): Promise<Response> };

export type RelayOptions = PassOnOptions & {
  /** Gets one line per request: method, path and status; never a body, a query, a header or an unknown path. */
  readonly log: (line: string) => void;
};

const methodOfPath: ReadonlyMap<string, string> = new Map([
  ['/api/v2/users/signin', 'POST'],
  ['/api/v2/user', 'GET'],
  ['/api/v2/users/signout', 'DELETE'],
  ['/api/v2/pins', 'POST'],
  ['/api/v2/pins/:id{[0-9]{1,16}}', 'GET'],
]);

/** A login, a password and a code are some hundred bytes. */
const maxBodyBytes = 16 * 1024;

/**
 * The relay between the app and plex.tv, which may refuse calls that browsers make from other origins.
 * It passes on the requests that the app makes, keeps nothing, and answers all else itself with a status
 * (403, 404, 405, 413, 5xx) and words in the form of plex.tv's JSON errors. `fetch` never rejects.
 */
export function createRelay({ log, ...options }: RelayOptions): Relay {
  const app = new Hono();
  app.use(logged(log), hardened, refuseOtherSites);
  app.use(
    bodyLimit({ maxSize: maxBodyBytes, onError: () => relayError(413, 'The request is too large: over 16 kB.') }),
  );
  for (const [path, method] of methodOfPath) {
    app.all(path, (c) =>
      c.req.method === method
        ? passOn(c.req.raw, c.req.path, options)
        : relayError(405, `This relay passes on only ${method} for this path.`, { Allow: method }),
    );
  }
  app.notFound(() => relayError(404, 'This relay passes on only sign-in, the account and sign-out.'));
  app.onError(() => relayError(500, 'The relay failed.'));
  return { fetch: async (request) => app.fetch(request) };
}

function logged(log: RelayOptions['log']): MiddlewareHandler {
  return async (c, next) => {
    await next();
    // Whoever called a path that is not ours chose its words: a token, say, or a line break to forge the next line.
    const path = c.req.path.replace(/^(\/api\/v2\/pins)\/\d{1,16}$/, '$1/:id{[0-9]{1,16}}');
    log(`${c.req.method} ${methodOfPath.has(path) ? path.replace(/{.*/, '') : '(other path)'} ${c.res.status}`);
  };
}

/** Replies hold tokens, so no cache may keep them; and nothing that plex.tv sends may act as a page of this origin. */
const hardened: MiddlewareHandler = async (c, next) => {
  await next();
  c.res.headers.set('Cache-Control', 'no-store');
  c.res.headers.set('Content-Security-Policy', "default-src 'none'; sandbox");
  c.res.headers.set('X-Content-Type-Options', 'nosniff');
};

/** Keeps other web pages from using somebody's relay. */
const refuseOtherSites: MiddlewareHandler = async (c, next) =>
  isFromOwnPage(c.req.raw) ? next() : relayError(403, 'This relay answers only to its own page.');

function isFromOwnPage({ headers, url }: Request): boolean {
  const site = headers.get('Sec-Fetch-Site');
  if (site !== null) return site === 'same-origin' || site === 'none';
  // Browsers leave Sec-Fetch-Site out on plain http in a home network. What sends no Origin either is no web page.
  const origin = headers.get('Origin');
  return origin === null || (URL.canParse(origin) && new URL(origin).host === new URL(url).host);
}
