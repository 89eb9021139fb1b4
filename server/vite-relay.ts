import { resolve } from 'node:path';
import type { Duplex } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import type { CommonServerOptions, Plugin, PreviewServer, ViteDevServer } from 'vite';
import { builtPage, pageHeaders } from './built-page.ts';
import { plexTvUpstream } from './relay/plex-tv-upstream.ts';
import { createRelay } from './relay/relay.ts';
import { type RelaySettings, relaySettings, UnusableSettingError } from './relay-settings.ts';

const timeLimitMs = 15_000;

/**
 * Answers everything under /api/ by the relay, in `vite` and `vite preview` alike, on the port that PORT names; and in
 * `vite preview` all the rest too, with the built page as `deploy/` serves it.
 * A setting that cannot be used, or a port that is taken, ends the process with one line and exit code 1; for a setting
 * `vite build` does so too, as `npm start` should not build first and fail then. Vitest is left alone.
 */
export function viteRelay(env: Readonly<Record<string, string | undefined>> = process.env): Plugin {
  return {
    name: 'relay',
    apply: () => env.VITEST === undefined,
    config: () => {
      const { port } = settingsOrExit(env);
      const listen = port === undefined ? {} : { port, strictPort: true };
      // Vite would let pages of other ports on localhost read the relay's replies. It would also refuse to serve under
      // a name in the home network or behind a proxy; nothing is kept here that another name could be used to get at.
      return { server: { cors: false, ...listen }, preview: { cors: false, allowedHosts: true, ...listen } };
    },
    configureServer: (server) => mountRelay(server, server.config.server, settingsOrExit(env)),
    configurePreviewServer: async (server) => {
      await mountRelay(server, server.config.preview, settingsOrExit(env));
      const { root, build } = server.config;
      let page: ReturnType<typeof builtPage> | undefined;
      // Not before the server listens: without a build it would complain first of that, and then of a port in use.
      const fetch = (request: Request) => {
        page ??= builtPage(resolve(root, build.outDir));
        return page.fetch(request);
      };
      const answer = getRequestListener(fetch, { errorHandler: refuse });
      server.middlewares.use((request, response) => void answer(request, response));
      server.httpServer.removeAllListeners('clientError').on('clientError', refuseUnreadable);
    },
  };
}

async function mountRelay(
  { config, httpServer, middlewares }: ViteDevServer | PreviewServer,
  { port, strictPort }: CommonServerOptions,
  { plexTv, signInsPerMinute }: RelaySettings,
): Promise<void> {
  const upstream = await plexTvUpstream(plexTv);
  const log = (line: string) => config.logger.info(line, { timestamp: true });
  const relay = createRelay({ upstream, timeLimitMs, log, signInsPerMinute });
  const answer = getRequestListener((request, { incoming }) => relay.fetch(request, incoming.socket.remoteAddress), {
    errorHandler: refuse,
  });
  middlewares.use((request, response, next) => {
    if (request.url?.startsWith('/api/')) void answer(request, response);
    else next();
  });
  // Without strictPort Vite goes on to the next port; with it, Vite would end with a stack.
  if (!strictPort) return;
  httpServer?.once('error', ({ code }: NodeJS.ErrnoException) => {
    exit(
      code === 'EADDRINUSE'
        ? `Port ${port} is already in use: stop what uses it, or set PORT to another one.`
        : `Cannot listen on port ${port} (${code}).`,
    );
  });
}

/** What cannot be made a `Request` of: a Host that is none, say. */
function refuse(): Response {
  return new Response('This request cannot be answered.', { status: 400, headers: pageHeaders });
}

/** What Node cannot read as HTTP at all: it leaves the answer, headers included, to whoever holds the socket. */
function refuseUnreadable({ code }: NodeJS.ErrnoException, socket: Duplex): void {
  if (code === 'ECONNRESET' || !socket.writable) return;
  const status = code === 'HPE_HEADER_OVERFLOW' ? '431 Request Header Fields Too Large' : '400 Bad Request';
  const headers = Object.entries({ ...pageHeaders, 'Content-Length': '0', Connection: 'close' });
  socket.end(`HTTP/1.1 ${status}\r\n${headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`);
}

function settingsOrExit(env: Readonly<Record<string, string | undefined>>): RelaySettings {
  try {
    return relaySettings(env);
  } catch (error) {
    if (error instanceof UnusableSettingError) return exit(error.message);
    throw error;
  }
}

/** Not a thrown error, which Vite would print with a stack. */
function exit(line: string): never {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}
