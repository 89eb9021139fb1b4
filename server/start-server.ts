import { createServer, type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { getRequestListener, type HttpBindings, RequestError } from '@hono/node-server';
import { answeredBy } from './relay/relay-error.ts';
import { headersOf, pageSecurity } from './security-headers.ts';

export type RunningServer = {
  readonly port: number;
  /** Stops listening, waits up to `graceMs` milliseconds for open requests, and then closes all connections. */
  readonly stop: (graceMs: number) => Promise<void>;
};

/** The Hono app. */
type WebApp = { fetch: (request: Request, bindings: HttpBindings) => Response | Promise<Response> };

const limits = {
  maxHeaderSize: 16 * 1024,
  // Also ends a connection that never sends a request.
  headersTimeout: 10_000,
  requestTimeout: 15_000,
  // Longer than proxies keep an idle connection. Otherwise a proxy may send a request while this server closes.
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 1_000,
  // `refusalStatus` checks the Host header, so that the error response has our headers.
  requireHostHeader: false,
};
const maxConnections = 10_000;
/** Ends a connection on which nothing is sent. It is longer than the time limit for an answer of plex.tv. */
const idleTimeoutMs = 30_000;

/**
 * Starts an HTTP server for `app`, with limits on the size and the time of requests.
 *
 * @throws the system's error when it cannot listen: EADDRINUSE, EACCES, EADDRNOTAVAIL.
 */
export async function startServer(app: WebApp, host: string, port: number): Promise<RunningServer> {
  const refusal = await createRefusal();
  const answer = getRequestListener((request, bindings) => app.fetch(request, bindings as HttpBindings), {
    errorHandler: (error) => refusal.response(error instanceof RequestError ? 400 : 500),
  });
  const listener = (request: IncomingMessage, response: ServerResponse) => {
    const status = refusalStatus(request);
    if (status === undefined) return void answer(request, response);
    refusal.onSocket(request.socket, status);
  };
  const server = createServer(limits, listener);
  server.maxConnections = maxConnections;
  server.setTimeout(idleTimeoutMs);
  // A client may close its side and wait for the answer. `detectDisconnect` detects those that have left.
  Object.assign(server, { httpAllowHalfOpen: true });
  // At the limit, Node drops new connections. Closing idle ones makes room.
  server.on('drop', () => server.closeIdleConnections());
  server.on('clientError', ({ code }: NodeJS.ErrnoException, socket) => refusal.onSocket(socket, statusFor(code)));
  server.on('upgrade', (_, socket) => refusal.onSocket(socket, 400));
  server.on('connect', (_, socket) => refusal.onSocket(socket, 405));
  server.on('checkExpectation', (request) => refusal.onSocket(request.socket, 417));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });
  return { port: (server.address() as AddressInfo).port, stop: (graceMs) => stop(server, graceMs) };
}

/** The status that refuses a malformed request. Undefined for a well-formed one. */
function refusalStatus({ url = '', headers, headersDistinct }: IncomingMessage): number | undefined {
  if (!isPlainTarget(url) || headersDistinct.host?.length !== 1) return 400;
  // Browsers and proxies send Content-Length. Chunks, their extensions and trailers allow request smuggling.
  if (headers['transfer-encoding'] !== undefined) return 411;
  return undefined;
}

/**
 * Whether a target has only the characters that the paths of this server need. Refuses everything that another server
 * might read as another path: an encoded slash or dot, `..;`, a backslash, a null byte, an empty segment, a segment of
 * dots, a target with a host.
 */
function isPlainTarget(target: string): boolean {
  const [path = ''] = target.split('?', 1);
  return /^(?:\/(?!\.{1,2}(?:\/|$))[\w.~-]+)*\/?$/.test(path) && path !== '';
}

/** Undefined if the client has left or took too long. Not 408 then, because browsers repeat the request on 408. */
function statusFor(code: string | undefined): number | undefined {
  if (code === 'ECONNRESET' || code === 'ERR_HTTP_REQUEST_TIMEOUT') return undefined;
  return code === 'HPE_HEADER_OVERFLOW' ? 431 : 400;
}

/** Makes the responses to requests that do not reach the app. They have the headers of the page's errors. */
async function createRefusal() {
  const headers = {
    ...(await headersOf(pageSecurity())),
    'Cache-Control': 'no-cache',
    [answeredBy]: 'this-server',
    Connection: 'close',
  };
  const lines = Object.entries({ ...headers, 'Content-Length': '0' }).map(([name, value]) => `${name}: ${value}\r\n`);
  return {
    /** For a request that the app cannot read, such as one with an invalid Host. */
    response: (status: number) => new Response('This request cannot be answered.', { status, headers }),
    /** Writes a response to the socket and closes it. Without a status, it only closes the socket. */
    onSocket: (socket: Duplex, status: number | undefined) => {
      if (status === undefined || !socket.writable) socket.destroy();
      else socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n`, () => socket.destroy());
    },
  };
}

async function stop(server: Server, graceMs: number): Promise<void> {
  // A connection becomes idle when its response is sent.
  const closing = setInterval(() => server.closeIdleConnections(), 50);
  const ending = setTimeout(() => server.closeAllConnections(), graceMs);
  await new Promise((resolve) => server.close(resolve));
  clearInterval(closing);
  clearTimeout(ending);
}
