import { getRequestListener } from '@hono/node-server';
import type { CommonServerOptions, Plugin, PreviewServer, ViteDevServer } from 'vite';
import { plexTvUpstream } from './plex-tv-upstream.ts';
import { createRelay } from './relay.ts';
import { type RelaySettings, relaySettings, UnusableSettingError } from './relay-settings.ts';

const timeLimitMs = 15_000;

/**
 * Answers everything under /api/ by the relay, in `vite` and `vite preview` alike, on the port that PORT names.
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
      // Vite would let pages of other ports on localhost read the relay's replies.
      return { server: { cors: false, ...listen }, preview: { cors: false, ...listen } };
    },
    configureServer: (server) => mount(server, server.config.server, settingsOrExit(env)),
    configurePreviewServer: (server) => mount(server, server.config.preview, settingsOrExit(env)),
  };
}

async function mount(
  { config, httpServer, middlewares }: ViteDevServer | PreviewServer,
  { port, strictPort }: CommonServerOptions,
  { plexTv }: RelaySettings,
): Promise<void> {
  const upstream = await plexTvUpstream(plexTv);
  const log = (line: string) => config.logger.info(line, { timestamp: true });
  const answer = getRequestListener(createRelay({ upstream, timeLimitMs, log }).fetch);
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
