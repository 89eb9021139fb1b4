// @vitest-environment node
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger, preview, createServer as startDev } from 'vite';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { viteRelay } from './vite-relay.ts';

let root: string;
let plexTv: Server;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'relay-'));
  await mkdir(join(root, 'dist'));
  await writeFile(join(root, 'index.html'), '<title>The page</title>');
  await writeFile(join(root, 'dist/index.html'), '<title>The page</title>');
  plexTv = createServer((request, response) => {
    if (request.method === 'GET') response.setHeader('Set-Cookie', 'a=1').end(`${request.method} ${request.url}`);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => plexTv.once('listening', resolve));
});

afterAll(async () => {
  plexTv.closeAllConnections();
  plexTv.close();
  await rm(root, { recursive: true });
});

function portOf(server: { address(): unknown } | null): number {
  const address = server?.address() as AddressInfo | undefined;
  return address?.port ?? 0;
}

/** Starts the real server of `npm run dev` or `npm start` with the plugin alone, on any free port. */
async function start(command: 'dev' | 'preview', plexTvOrigin = `http://127.0.0.1:${portOf(plexTv)}`) {
  const lines: string[] = [];
  const customLogger = { ...createLogger('silent'), info: (line: string) => lines.push(line) };
  const listen = { host: '127.0.0.1', port: 0 };
  const plugins = [viteRelay({ PLEX_TV_ORIGIN: plexTvOrigin })];
  const config = { root, configFile: false, customLogger, plugins, server: listen, preview: listen } as const;
  const server = command === 'dev' ? await (await startDev(config)).listen() : await preview(config);
  onTestFinished(() => server.close());
  return { server, lines, url: `http://127.0.0.1:${portOf(server.httpServer)}` };
}

describe.each(['dev', 'preview'] as const)('vite %s', (command) => {
  test('relays what is under /api/ and logs it', async () => {
    const { url, lines } = await start(command);
    const reply = await fetch(`${url}/api/v2/user?includeSubscriptions=1`);
    expect(await reply.text()).toBe('GET /api/v2/user?includeSubscriptions=1');
    expect(reply.headers.getSetCookie()).toEqual([]);
    expect((await fetch(`${url}/api/v2/home`)).status).toBe(404);
    expect(lines).toEqual(['GET /api/v2/user 200', 'GET (other path) 404']);
  });

  test('still serves the page', async () => {
    const { url } = await start(command);
    expect(await (await fetch(url)).text()).toContain('<title>The page</title>');
  });

  test('answers a form with a body over 16 kB by 413', async () => {
    const { url } = await start(command);
    const reply = await fetch(`${url}/api/v2/users/signin`, { method: 'POST', body: 'x'.repeat(1024 * 1024) });
    expect(reply.status).toBe(413);
  });

  test('gives no page of another port on this computer leave to read replies', async () => {
    const { url } = await start(command);
    const headers = { Origin: 'http://localhost:9', 'Access-Control-Request-Method': 'GET' };
    const preflight = await fetch(`${url}/api/v2/user`, { method: 'OPTIONS', headers });
    expect(preflight.ok).toBe(false);
    expect(preflight.headers.has('Access-Control-Allow-Origin')).toBe(false);
  });

  test('lets go of plex.tv when the browser does', async () => {
    const { url, lines } = await start(command);
    const browser = new AbortController();
    const body = 'login=x';
    plexTv.once('request', () => browser.abort());
    await expect(fetch(`${url}/api/v2/users/signin`, { method: 'POST', body, signal: browser.signal })).rejects.toThrow(
      'aborted',
    );
    await expect.poll(() => lines).toEqual(['POST /api/v2/users/signin 499']);
  });

  test('can be stopped while plex.tv does not answer', async () => {
    const { server, url } = await start(command);
    const asked = new Promise((resolve) => plexTv.once('request', resolve));
    const reply = fetch(`${url}/api/v2/users/signin`, { method: 'POST', body: 'login=x' }).catch(() => 'cut off');
    await asked;
    await server.close();
    expect(await reply).toBe('cut off');
  });

  test('has the sample plex.tv in the same process', async () => {
    const { url } = await start(command, 'sample');
    const reply = await fetch(`${url}/api/v2/user`, { headers: { Accept: 'application/json' } });
    // The relay's own errors have no code.
    expect(await reply.json()).toMatchObject({ errors: [{ code: expect.any(Number) }] });
  });
});

describe('a start that cannot work', () => {
  /** Runs the project's own vite, as npm would, and gives how it ended. */
  function run(args: string[], env: Record<string, string>) {
    const { PATH = '' } = process.env;
    const vite = join(process.cwd(), 'node_modules/vite/bin/vite.js');
    return new Promise<{ code: unknown; stdout: string; stderr: string }>((resolve) => {
      execFile(process.execPath, [vite, ...args], { env: { PATH, ...env } }, (error, stdout, stderr) =>
        resolve({ code: error?.code, stdout, stderr }),
      );
    });
  }

  test.each([['build'], ['preview'], ['dev']])('ends vite %s with one line about PLEX_TV_ORIGIN', async (command) => {
    expect(await run([command], { PLEX_TV_ORIGIN: 'plex.tv' })).toEqual({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/^Cannot use PLEX_TV_ORIGIN="plex\.tv": [^\n]*\n$/),
    });
  });

  test('ends with one line about PORT', async () => {
    const { code, stderr } = await run(['preview'], { PORT: 'http' });
    expect([code, stderr]).toEqual([1, expect.stringMatching(/^Cannot use PORT="http": [^\n]*\n$/)]);
  });

  test('ends with one line about a port that is taken', async () => {
    const port = portOf(plexTv);
    const { code, stderr } = await run(['preview', '--host', '127.0.0.1'], { PORT: String(port) });
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(new RegExp(`^Port ${port} is already in use: [^\n]*\n$`)),
    ]);
  });
});
