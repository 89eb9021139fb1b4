import { Hono } from 'hono';
import { type PageFiles, servePageFiles } from './files.ts';
import type { Log } from './log.ts';
import type { AskPlexTv } from './relay/ask-plex-tv.ts';
import { createRelay } from './relay/relay.ts';
import { pageSecurity } from './security-headers.ts';
import { securityTxt } from './security-txt.ts';
import type { Settings } from './settings.ts';
import { type AppEnv, recognizeVisitor } from './visitor.ts';

export type AppOptions = {
  readonly settings: Pick<
    Settings,
    'basePath' | 'signInsPerMinute' | 'trustedProxies' | 'allowedHosts' | 'securityContact'
  >;
  readonly askPlexTv: AskPlexTv;
  readonly log: Log;
  /** None where something else serves them, as in development. */
  readonly files?: PageFiles;
  /** Milliseconds that plex.tv has for an answer: 15,000 unless told. */
  readonly timeLimitMs?: number;
};

/** All that this server answers: its health, the relay to plex.tv, and the page. */
export function createApp({ settings, askPlexTv, log, files, timeLimitMs = 15_000 }: AppOptions): Hono<AppEnv> {
  const { basePath, signInsPerMinute, securityContact } = settings;
  const app = new Hono<AppEnv>();
  // Monitors and containers ask by an address, with or without the base path.
  for (const prefix of new Set(['', basePath])) {
    app.get(`${prefix}/healthz`, pageSecurity, (c) => c.text('ok', 200, { 'Cache-Control': 'no-store' }));
  }
  app.use(recognizeVisitor(settings));
  app.route(`${basePath}/api`, createRelay({ askPlexTv, timeLimitMs, signInsPerMinute, log, basePath }));
  app.use(pageSecurity);
  if (securityContact !== undefined) {
    for (const prefix of new Set(['', basePath])) {
      app.get(`${prefix}/.well-known/security.txt`, securityTxt(securityContact));
    }
  }
  if (basePath) app.get(basePath, (c) => c.redirect(`${basePath}/`, 308));
  if (files) app.use(`${basePath}/*`, servePageFiles(files, basePath));
  app.notFound((c) => c.text('There is nothing here.', 404, { 'Cache-Control': 'no-cache' }));
  app.onError((_, c) => c.text('This server failed.', 500, { 'Cache-Control': 'no-cache' }));
  return app;
}
