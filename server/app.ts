import { Hono } from 'hono';
import { type PageFiles, refuseOtherMethods, servePageFiles } from './files.ts';
import { type AppEnv, identifyClient } from './identify-client.ts';
import type { Log } from './log.ts';
import type { PlexTvClient } from './relay/plex-tv-client.ts';
import { createRelay } from './relay/relay.ts';
import { pageSecurity } from './security-headers.ts';
import { securityTxt } from './security-txt.ts';
import type { Settings } from './settings.ts';

export type AppOptions = {
  readonly settings: Pick<
    Settings,
    'basePath' | 'signInsPerMinute' | 'trustedProxies' | 'allowedHosts' | 'securityContact'
  >;
  readonly plexTvClient: PlexTvClient;
  readonly log: Log;
  /** Absent in development, where Vite serves them. */
  readonly files?: PageFiles;
  /** The time limit for an answer of plex.tv, in milliseconds. The default is 15,000. */
  readonly timeLimitMs?: number;
};

/** The whole server as a Hono app: health, the relay to plex.tv, and the page's files. */
export function createApp({ settings, plexTvClient, log, files, timeLimitMs = 15_000 }: AppOptions): Hono<AppEnv> {
  const { basePath, signInsPerMinute, securityContact } = settings;
  const app = new Hono<AppEnv>();
  const security = pageSecurity(files?.inlineHashes);
  // Before the check of the host name, because monitors and containers use an IP address.
  for (const prefix of new Set(['', basePath])) {
    app.get(`${prefix}/healthz`, security, (c) => c.text('ok', 200, { 'Cache-Control': 'no-store' }));
  }
  app.use(identifyClient(settings));
  app.route(`${basePath}/api`, createRelay({ plexTvClient, timeLimitMs, signInsPerMinute, log, basePath }));
  if (files) app.use(`${basePath}/*`, servePageFiles(files.byPath, basePath));
  app.use(security);
  if (securityContact !== undefined) {
    for (const prefix of new Set(['', basePath])) {
      app.get(`${prefix}/.well-known/security.txt`, securityTxt(securityContact));
    }
  }
  if (basePath) app.get(basePath, (c) => c.redirect(`${basePath}/`, 308));
  if (files) app.use(`${basePath}/*`, refuseOtherMethods);
  app.notFound((c) => c.text('There is nothing here.', 404, { 'Cache-Control': 'no-cache' }));
  app.onError((_, c) => c.text('This server failed.', 500, { 'Cache-Control': 'no-cache' }));
  return app;
}
