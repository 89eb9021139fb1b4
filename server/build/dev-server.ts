import { getRequestListener } from '@hono/node-server';
import type { Plugin } from 'vite';
import { createApp } from '../app.ts';
import { log } from '../log.ts';
import { createPlexTvClient } from '../relay/plex-tv-client.ts';
import { readSettings } from '../settings.ts';

/** Mounts the production app in Vite's dev server, for the relay's paths and the health check. */
export function devServer(env: Readonly<Record<string, string | undefined>> = process.env): Plugin {
  return {
    name: 'relay',
    apply: 'serve',
    // By default, Vite lets pages of other ports on this computer read responses.
    config: () => ({ server: { cors: false } }),
    configureServer: async ({ middlewares }) => {
      const settings = { ...readSettings(env), basePath: '' };
      const app = createApp({ settings, plexTvClient: await createPlexTvClient(settings.plexTv), log });
      const answer = getRequestListener(app.fetch);
      middlewares.use((request, response, next) => {
        if (/^\/(?:api\/|healthz$)/.test(request.url ?? '')) void answer(request, response);
        else next();
      });
    },
  };
}
