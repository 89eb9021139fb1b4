import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { onTestFinished } from 'vitest';
import { createApp } from '../app.ts';
import { readPageFiles } from '../files.ts';
import { type AskPlexTv, askPlexTvAt } from '../relay/ask-plex-tv.ts';
import { readSettings } from '../settings.ts';
import { startServer } from '../start-server.ts';
import { type Answer, startRecorder } from './plex-tv-recorder.ts';

type Options = {
  /** How plex.tv answers: 201 and a small account unless told. */
  answer?: Answer | undefined;
  /** As environment variables. */
  settings?: Record<string, string>;
  /** In place of a plex.tv that listens. */
  askPlexTv?: AskPlexTv;
  timeLimitMs?: number;
};

/** What the page sends with every request. */
export const pageHeaders = { Accept: 'application/json', 'X-Plex-Client-Identifier': 'test-client' };

/** The text of the script in the page of the test server. */
export const script = `const text = '${'the same again '.repeat(50)}';`;

/**
 * The server in this process, on a free port, with a small page and with a recording plex.tv behind it, until the test
 * ends. `send` asks as the page does.
 */
export async function runServer({ answer, settings: env = {}, askPlexTv, timeLimitMs }: Options = {}) {
  const plexTv = await startRecorder(answer);
  const lines: string[] = [];
  const settings = readSettings({ PLEX_TV_ORIGIN: plexTv.origin, SIGN_INS_PER_MINUTE: '100000', ...env });
  const app = createApp({
    settings,
    askPlexTv: askPlexTv ?? (await askPlexTvAt(settings.plexTv)),
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
    /** What has been logged, without the time that each request took. */
    logged: () => lines.map((line) => line.replace(/ \d+ ms$/, '')),
  };
}

/** A page as the build leaves it. */
async function smallPage() {
  const folder = await mkdtemp(join(tmpdir(), 'page-'));
  await mkdir(join(folder, 'assets'));
  for (const [name, content] of [
    ['index.html', '<!doctype html><title>The page</title>'],
    ['theme.js', '// before the first paint'],
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
