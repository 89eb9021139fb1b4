import { createServer, type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { getRequestListener, type HttpBindings, RequestError } from '@hono/node-server';
import { answeredBy } from './relay/relay-error.ts';
import { headersOf, pageSecurity } from './security-headers.ts';

export type RunningServer = {
  readonly port: number;
  /** Stops listening, lets what is under way finish for so many milliseconds, and ends the rest. */
  readonly stop: (graceMs: number) => Promise<void>;
};

/** What answers requests: the app of Hono. */
type WebApp = { fetch: (request: Request, bindings: HttpBindings) => Response | Promise<Response> };

const limits = {
  maxHeaderSize: 16 * 1024,
  // For the headers of a request, also of one that never begins, and for all of it.
  headersTimeout: 10_000,
  requestTimeout: 15_000,
  // Longer than proxies in front keep an idle connection: the first to close it must not be the one that is asked.
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 1_000,
  // Checked here, for an answer with our headers.
  requireHostHeader: false,
};
const maxConnections = 10_000;
/** For a connection on which nothing moves; longer than plex.tv has for an answer. */
const idleTimeoutMs = 30_000;

/**
 * Listens, with limits on what a client may send and how slowly, and answers by `app`.
 *
 * @throws the system's error when it cannot listen: EADDRINUSE, EACCES, EADDRNOTAVAIL.
 */
export async function startServer(app: WebApp, host: string, port: number): Promise<RunningServer> {
  const refuse = await createRefuse();
  const answer = getRequestListener((request, bindings) => app.fetch(request, bindings as HttpBindings), {
    errorHandler: (error) => refuse.response(error instanceof RequestError ? 400 : 500),
  });
  const listener = (request: IncomingMessage, response: ServerResponse) => {
    const status = faultIn(request);
    if (status === undefined) return void answer(request, response);
    refuse.onSocket(request.socket, status);
  };
  const server = createServer(limits, listener);
  server.maxConnections = maxConnections;
  server.setTimeout(idleTimeoutMs);
  // Clients may close their side and wait for the answer; `noticeDeparture` notices those that have gone.
  Object.assign(server, { httpAllowHalfOpen: true });
  // Room for newcomers: Node turns them away when there is none.
  server.on('drop', () => server.closeIdleConnections());
  server.on('clientError', ({ code }: NodeJS.ErrnoException, socket) => refuse.onSocket(socket, statusFor(code)));
  server.on('upgrade', (_, socket) => refuse.onSocket(socket, 400));
  server.on('connect', (_, socket) => refuse.onSocket(socket, 405));
  server.on('checkExpectation', (request) => refuse.onSocket(request.socket, 417));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });
  return { port: (server.address() as AddressInfo).port, stop: (graceMs) => stop(server, graceMs) };
}

/** The status of a request that is refused whatever it is for. */
function faultIn({ url = '', headers, headersDistinct }: IncomingMessage): number | undefined {
  if (!isPlainTarget(url) || headersDistinct.host?.length !== 1) return 400;
  // Browsers and proxies tell the length. Chunks, their extensions and trailers are how requests are smuggled.
  if (headers['transfer-encoding'] !== undefined) return 411;
  return undefined;
}

/**
 * No path here needs more than these characters. So what another server might read as another path is refused: an
 * encoded slash or dot, `..;`, a backslash, a null byte, an empty or a dotted segment, a target with a host.
 */
function isPlainTarget(target: string): boolean {
  const [path = ''] = target.split('?', 1);
  return /^(?:\/(?!\.{1,2}(?:\/|$))[\w.~-]+)*\/?$/.test(path) && path !== '';
}

/** Undefined for clients that are gone, or that took too long: browsers ask again when told so (408). */
function statusFor(code: string | undefined): number | undefined {
  if (code === 'ECONNRESET' || code === 'ERR_HTTP_REQUEST_TIMEOUT') return undefined;
  return code === 'HPE_HEADER_OVERFLOW' ? 431 : 400;
}

/** Refusals of what does not reach the app, with the headers of the page's errors. */
async function createRefuse() {
  const headers = {
    ...(await headersOf(pageSecurity)),
    'Cache-Control': 'no-cache',
    [answeredBy]: 'this-server',
    Connection: 'close',
  };
  const lines = Object.entries({ ...headers, 'Content-Length': '0' }).map(([name, value]) => `${name}: ${value}\r\n`);
  return {
    /** For what the app cannot make a request of: a Host that is none, say. */
    response: (status: number) => new Response('This request cannot be answered.', { status, headers }),
    /** Answers on the bare connection and closes it; only closes it when there is no status. */
    onSocket: (socket: Duplex, status: number | undefined) => {
      if (status === undefined || !socket.writable) socket.destroy();
      else socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n`, () => socket.destroy());
    },
  };
}

async function stop(server: Server, graceMs: number): Promise<void> {
  // Connections become idle one by one, as their answers are sent.
  const closing = setInterval(() => server.closeIdleConnections(), 50);
  const ending = setTimeout(() => server.closeAllConnections(), graceMs);
  await new Promise((resolve) => server.close(resolve));
  clearInterval(closing);
  clearTimeout(ending);
}
