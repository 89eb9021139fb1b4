import { execFile, spawn } from 'node:child_process';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import packageJson from '../../package.json' with { type: 'json' };
import { hashInlineCode } from '../../server/inline-code.ts';
import { headersOf, pageSecurity, replySecurity } from '../../server/security-headers.ts';
import { runContainerSteps } from './container-steps.ts';
import { waitUntilListening } from './start-server.ts';

const root = resolve(import.meta.dirname, '../..');
const run = promisify(execFile);
const settings = { PLEX_TV_ORIGIN: 'sample', SECURITY_CONTACT: 'mailto:me@example.org' };

type Started = { url: string; stop: () => Promise<void> };

/** Installs the packed package into an empty folder, with an empty cache and no registry. */
async function installPackage(folder: string): Promise<Record<string, string | undefined>> {
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    npm_config_cache: join(folder, 'cache'),
    npm_config_offline: 'true',
    npm_config_update_notifier: 'false',
  };
  // The build is there already. Another one would replace files that other tests are reading.
  await run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], { cwd: root, env });
  const tarball = join(folder, `${packageJson.name}-${packageJson.version}.tgz`);
  expect((await stat(tarball)).size).toBeLessThan(400_000);
  await run('npm', ['install', '--no-audit', '--no-fund', tarball], { cwd: folder, env });
  return env;
}

const ways: Record<string, () => Promise<Started>> = {
  'npm start': async () => {
    const env = { ...process.env, PORT: '0', ...settings, npm_config_ignore_scripts: 'true' };
    return waitUntilListening(spawn('npm', ['start'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] }));
  },

  'npx and the packed package': async () => {
    const folder = await mkdtemp(join(tmpdir(), 'package-'));
    const env = { ...(await installPackage(folder)), ...settings };
    const installed = await readdir(join(folder, 'node_modules'));
    expect(installed.filter((name) => !name.startsWith('.'))).toEqual([packageJson.name]);
    const command = ['account-statement-for-plex', '--port', '0'];
    // A group of its own, because npx starts the server below a shell.
    const npx = spawn('npx', command, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    const server = await waitUntilListening(npx);
    const stop = async () => {
      const isEnded = new Promise((resolve) => npx.once('exit', resolve));
      process.kill(-(npx.pid ?? 0), 'SIGTERM');
      await isEnded;
      await rm(folder, { recursive: true });
    };
    return { url: server.url, stop };
  },

  'the steps of the container file': async () => {
    const container = await runContainerSteps(settings);
    expect(container.user).toBe('node');
    expect(container.isHealthy()).toBe(true);
    const stop = async () => {
      await container.stop();
      expect(container.isHealthy()).toBe(false);
      await container.clean();
    };
    return { url: container.url, stop };
  },
};

const relayHeaders = { Accept: 'application/json', 'X-Plex-Client-Identifier': 'test-client' };

function signIn(url: string, password: string) {
  const body = new URLSearchParams({ login: 'nina@example.com', password });
  return fetch(`${url}api/v2/users/signin`, { method: 'POST', body, headers: relayHeaders });
}

for (const [way, start] of Object.entries(ways)) {
  test.describe(`the server of ${way}`, () => {
    // In one worker, which starts the server once.
    test.describe.configure({ mode: 'default' });
    let server: Started;
    test.beforeAll(async () => {
      server = await start();
    });
    test.afterAll(() => server.stop());

    test('serves the page and everything that it loads, with the security headers', async () => {
      const page = await fetch(server.url);
      expect([page.status, page.headers.get('Cache-Control')]).toEqual([200, 'no-cache']);
      const html = await page.text();
      expect(Object.fromEntries(page.headers)).toMatchObject(await headersOf(pageSecurity(hashInlineCode(html))));
      const loaded = [...html.matchAll(/(?:src|href)="\.\/([^"]+\.(?:js|css))"/g)];
      expect(loaded.length).toBeGreaterThan(0);
      for (const [, path = ''] of loaded) expect((await fetch(server.url + path)).status, path).toBe(200);
      const asset = loaded.map(([, path = '']) => path).find((path) => path.startsWith('assets/'));
      const { headers } = await fetch(`${server.url}${asset}`);
      expect(headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
    });

    test('compresses, answers HEAD, and does not send again what the browser has', async () => {
      const sizes: number[] = [];
      for (const encoding of ['br', 'gzip', 'identity']) {
        const reply = await fetch(server.url, { method: 'HEAD', headers: { 'Accept-Encoding': encoding } });
        expect([reply.status, await reply.text()]).toEqual([200, '']);
        expect(reply.headers.get('Content-Encoding')).toBe(encoding === 'identity' ? null : encoding);
        sizes.push(Number(reply.headers.get('Content-Length')));
        const etag = reply.headers.get('ETag') ?? '';
        const again = await fetch(server.url, { headers: { 'Accept-Encoding': encoding, 'If-None-Match': etag } });
        expect(again.status).toBe(304);
      }
      expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
      expect(new Set(sizes).size).toBe(3);
    });

    test('tells its health, its security contact and the licences of what it bundles', async () => {
      expect(await (await fetch(`${server.url}healthz`)).text()).toBe('ok');
      expect(await (await fetch(`${server.url}.well-known/security.txt`)).text()).toContain('mailto:me@example.org');
      const notices = await (await fetch(`${server.url}THIRD-PARTY-NOTICES.txt`)).text();
      for (const name of ['react-dom', 'hono', 'valibot', 'lucide']) expect(notices).toContain(`## ${name} - `);
    });

    test('has nothing else: neither its own code, nor the files beside the page', async () => {
      for (const path of ['nothing', 'server.js', 'package.json', 'index.html.br', 'page/index.html']) {
        const reply = await fetch(server.url + path);
        expect([reply.status, await reply.text()], path).toEqual([404, 'There is nothing here.']);
      }
    });

    test('signs in, asks again, and signs out', async () => {
      const reply = await signIn(server.url, 'sample');
      expect([reply.status, reply.headers.get('X-Answered-By')]).toEqual([201, 'plex.tv']);
      expect(Object.fromEntries(reply.headers)).toMatchObject(await headersOf(replySecurity));
      const { username, authToken } = await reply.json();
      expect(username).toBe('nina.okafor');
      const headers = { ...relayHeaders, 'X-Plex-Token': authToken };
      const user = `${server.url}api/v2/user?includeSubscriptions=1`;
      expect((await fetch(user, { headers })).status).toBe(200);
      expect((await fetch(`${server.url}api/v2/users/signout`, { method: 'DELETE', headers })).status).toBe(204);
      expect((await fetch(user, { headers })).status).toBe(401);
    });

    test('refuses a wrong password, and requests that the page does not make', async () => {
      expect((await signIn(server.url, 'wrong')).status).toBe(401);
      expect((await fetch(`${server.url}api/v2/home`, { headers: relayHeaders })).status).toBe(404);
      expect((await fetch(`${server.url}api/v2/user`)).status).toBe(400);
    });
  });
}
