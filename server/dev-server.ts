import { getRequestListener } from '@hono/node-server';
import type { Plugin } from 'vite';
import { createApp } from './app.ts';
import { log } from './log.ts';
import { askPlexTvAt } from './relay/ask-plex-tv.ts';
import { readSettings } from './settings.ts';

/** Answers the relay's paths in Vite's dev server, by the same app as in production. */
export function devServer(env: Readonly<Record<string, string | undefined>> = process.env): Plugin {
  return {
    name: 'relay',
    apply: 'serve',
    // Vite would let pages of other ports on this computer read the relay's replies.
    config: () => ({ server: { cors: false } }),
    configureServer: async ({ middlewares }) => {
      const settings = { ...readSettings(env), basePath: '' };
      const app = createApp({ settings, askPlexTv: await askPlexTvAt(settings.plexTv), log });
      const answer = getRequestListener(app.fetch);
      middlewares.use((request, response, next) => {
        if (/^\/(?:api\/|healthz$)/.test(request.url ?? '')) void answer(request, response);
        else next();
      });
    },
  };
}
