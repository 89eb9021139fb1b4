import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { onTestFinished } from 'vitest';
import { createApp } from '../app.ts';
import { readPageFiles } from '../files.ts';
import { createPlexTvClient, type PlexTvClient } from '../relay/plex-tv-client.ts';
import { readSettings } from '../settings.ts';
import { startServer } from '../start-server.ts';
import { type Answer, startRecorder } from './plex-tv-recorder.ts';

type Options = {
  /** Answers in place of plex.tv. The default is 201 and a small account. */
  answer?: Answer | undefined;
  /** As environment variables. */
  settings?: Record<string, string>;
  /** Replaces the client that calls the recording plex.tv. */
  plexTvClient?: PlexTvClient;
  timeLimitMs?: number;
};

/** The headers that the page sends with every request. */
export const pageHeaders = { Accept: 'application/json', 'X-Plex-Client-Identifier': 'test-client' };

/** The text of the script in the page of the test server. */
export const script = `const text = '${'the same again '.repeat(50)}';`;

/**
 * Runs the server in this process until the test ends: on a free port, with a small page, and with a recording plex.tv
 * behind it. `send` sends a request as the page does.
 */
export async function runServer({ answer, settings: env = {}, plexTvClient, timeLimitMs }: Options = {}) {
  const plexTv = await startRecorder(answer);
  const lines: string[] = [];
  const settings = readSettings({ PLEX_TV_ORIGIN: plexTv.origin, SIGN_INS_PER_MINUTE: '100000', ...env });
  const app = createApp({
    settings,
    plexTvClient: plexTvClient ?? (await createPlexTvClient(settings.plexTv)),
    log: (line) => lines.push(line),
    files: await smallPage(),
    ...(timeLimitMs !== undefined && { timeLimitMs }),
  });
  const server = await startServer(app, '127.0.0.1', 0);
  onTestFinished(async () => {
    await server.stop(0);
    await plexTv.stop();
  });
  const origin = `http://127.0.0.1:${server.port}`;
  const send = (path: string, init: RequestInit = {}) => {
    const headers = new Headers(pageHeaders);
    for (const [name, value] of new Headers(init.headers)) headers.set(name, value);
    return fetch(origin + path, { redirect: 'manual', ...init, headers });
  };
  return {
    ...server,
    origin,
    plexTv,
    send,
    /** The log lines so far, without the time of each request. */
    logged: () => lines.map((line) => line.replace(/ \d+ ms$/, '')),
  };
}

/** Writes and reads files like those of a build. */
async function smallPage() {
  const folder = await mkdtemp(join(tmpdir(), 'page-'));
  await mkdir(join(folder, 'assets'));
  for (const [name, content] of [
    ['index.html', '<!doctype html><title>The page</title>'],
    ['robots.txt', 'User-agent: *'],
    ['assets/index-1a2b3c4d.js', script],
  ] as const) {
    await writeFile(join(folder, name), content);
    await writeFile(join(folder, `${name}.br`), brotliCompressSync(content));
  }
  await writeFile(join(folder, 'icon.png'), 'a picture');
  const files = await readPageFiles(folder);
  await rm(folder, { recursive: true });
  return files;
}
