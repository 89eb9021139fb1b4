import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from 'vite';
import { expect, onTestFinished, test } from 'vitest';
import { startRecorder } from '../test/plex-tv-recorder.ts';
import { pageHeaders } from '../test/run-server.ts';
import { devServer } from './dev-server.ts';

/** Starts Vite's dev server with only this plugin, and with a recording plex.tv behind it. */
async function startDev() {
  const root = await mkdtemp(join(tmpdir(), 'dev-server-'));
  await writeFile(join(root, 'index.html'), '<title>The page</title>');
  const plexTv = await startRecorder();
  const plugins = [devServer({ PLEX_TV_ORIGIN: plexTv.origin })];
  const server = { host: '127.0.0.1', port: 0 };
  const dev = await createServer({ root, configFile: false, logLevel: 'silent', plugins, server });
  await dev.listen();
  onTestFinished(async () => {
    await dev.close();
    await plexTv.stop();
    await rm(root, { recursive: true });
  });
  const address = dev.httpServer?.address() as AddressInfo | undefined;
  return { url: `http://127.0.0.1:${address?.port}`, plexTv };
}

test('the dev server relays requests below /api/ as the production server does', async () => {
  const { url, plexTv } = await startDev();
  const reply = await fetch(`${url}/api/v2/user?includeSubscriptions=1`, { headers: pageHeaders });
  expect([reply.status, reply.headers.get('X-Answered-By')]).toEqual([201, 'plex.tv']);
  expect((await fetch(`${url}/api/v2/home`, { headers: pageHeaders })).status).toBe(404);
  expect((await fetch(`${url}/api/v2/user`)).status).toBe(400);
  expect(plexTv.requests.map(({ url: asked }) => asked)).toEqual(['/api/v2/user?includeSubscriptions=1']);
  expect(await (await fetch(`${url}/healthz`)).text()).toBe('ok');
});

test('the dev server still serves the page, and does not let other pages read responses', async () => {
  const { url } = await startDev();
  expect(await (await fetch(url)).text()).toContain('<title>The page</title>');
  const headers = { Origin: 'http://localhost:9', 'Access-Control-Request-Method': 'GET' };
  const preflight = await fetch(`${url}/api/v2/user`, { method: 'OPTIONS', headers });
  expect([preflight.ok, preflight.headers.has('Access-Control-Allow-Origin')]).toEqual([false, false]);
});
