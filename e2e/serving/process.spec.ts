import { execFile, execFileSync, spawn } from 'node:child_process';
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import packageJson from '../../package.json' with { type: 'json' };
import { startRecorder } from '../../server/test/plex-tv-recorder.ts';
import { startServer, waitUntilListening } from './start-server.ts';

const root = resolve(import.meta.dirname, '../..');

/** Runs the built server until it ends. */
function run(args: string[], env: Record<string, string> = {}) {
  return new Promise<{ code: unknown; stdout: string; stderr: string }>((done) => {
    const all = { PATH: process.env.PATH, PORT: '0', ...env };
    execFile(process.execPath, [join(root, 'dist/server.js'), ...args], { env: all }, (error, stdout, stderr) =>
      done({ code: error?.code ?? 0, stdout, stderr }),
    );
  });
}

test('prints its version, options and settings', async () => {
  expect(await run(['--version'])).toEqual({ code: 0, stdout: `${packageJson.version}\n`, stderr: '' });
  const help = await run(['--help']);
  expect(help).toMatchObject({ code: 0, stderr: '' });
  for (const word of ['--port', '--host', '--open', 'PLEX_TV_ORIGIN', 'BASE_PATH', 'TRUSTED_PROXY', 'ALLOWED_HOSTS']) {
    expect(help.stdout).toContain(word);
  }
});

test('ends with one line when it cannot start', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await new Promise((listening) => taken.once('listening', listening));
  const { port } = taken.address() as AddressInfo;
  for (const [args, env, words] of [
    [[], { PORT: 'hunter2' }, 'Cannot use PORT: '],
    [[], { PLEX_TV_ORIGIN: 'https://me:hunter2@plex.tv' }, 'Cannot use PLEX_TV_ORIGIN: '],
    [['--port', 'hunter2'], {}, 'Cannot use PORT: '],
    [['--hunter2'], {}, 'Cannot use this command line: '],
    [['--port', String(port)], {}, 'The port is already in use: '],
    [['--host', '192.0.2.1'], {}, 'Cannot listen on this address (EADDRNOTAVAIL): '],
  ] as const) {
    const { code, stdout, stderr } = await run([...args], env);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^[^\n]+\.\n$/);
    expect(stderr.startsWith(words), stderr).toBe(true);
    expect(stderr).not.toContain('hunter2');
  }
  taken.close();
});

test('needs only Node and its own folder, and serves neither its code nor other files', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'installed-'));
  await cp(join(root, 'dist'), join(folder, 'dist'), { recursive: true });
  await cp(join(root, 'package.json'), join(folder, 'package.json'));
  expect(await readdir(join(folder, 'dist'))).toEqual(['THIRD-PARTY-NOTICES.txt', 'page', 'server.js']);
  const env = { PATH: process.env.PATH, PLEX_TV_ORIGIN: 'sample' };
  const stdio = ['ignore', 'pipe', 'pipe'] as const;
  const server = await waitUntilListening(
    spawn(process.execPath, ['dist/server.js', '--port', '0'], { cwd: folder, env, stdio: [...stdio] }),
  );
  const page = await (await fetch(server.url)).text();
  expect(page).toContain('<title>');
  const [, script = ''] = /src="\.\/(assets\/[^"]+\.js)"/.exec(page) ?? [];
  expect((await fetch(server.url + script)).status).toBe(200);
  for (const path of [
    'server.js',
    'package.json',
    '../package.json',
    'page/index.html',
    'dist/server.js',
    `${script}.br`,
  ]) {
    expect((await fetch(server.url + path)).status, path).toBe(404);
  }
  const signIn = await fetch(`${server.url}api/v2/users/signin`, {
    method: 'POST',
    body: new URLSearchParams({ login: 'nina@example.com', password: 'sample' }),
    headers: { Accept: 'application/json', 'X-Plex-Client-Identifier': 'x' },
  });
  expect([signIn.status, (await signIn.json()).username]).toEqual([201, 'nina.okafor']);
  await server.stop();
  await rm(folder, { recursive: true });
});

test('listens only on this computer by default, and on IPv4 and IPv6 with HOST=::', async () => {
  const [local, everywhere] = [await startServer(), await startServer({ HOST: '::' })];
  expect((await fetch(`http://127.0.0.1:${local.port}/healthz`)).status).toBe(200);
  await expect(fetch(`http://127.0.0.2:${local.port}/healthz`)).rejects.toThrow('fetch failed');
  expect((await fetch(`http://[::1]:${everywhere.port}/healthz`)).status).toBe(200);
  expect((await fetch(`http://127.0.0.2:${everywhere.port}/healthz`)).status).toBe(200);
  await Promise.all([local.stop(), everywhere.stop()]);
});

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  test(`${signal} finishes open requests and exits with code 0`, async () => {
    const plexTv = await startRecorder();
    const server = await startServer({ PLEX_TV_ORIGIN: plexTv.origin });
    const idle = connect(server.port, '127.0.0.1');
    let answer: () => void = () => undefined;
    const isRequested = new Promise<void>((resolve) => {
      plexTv.answer = (_, response) => {
        answer = () => response.writeHead(201).end('finished');
        resolve();
      };
    });
    const reply = fetch(`${server.url}api/v2/user`, { headers: { 'X-Plex-Client-Identifier': 'x' } });
    await isRequested;
    const ended = new Promise((resolve) => server.process.once('exit', (code, by) => resolve([code, by])));
    server.process.kill(signal);
    await expect.poll(() => server.log()).toContain('Stopping.');
    answer();
    expect(await (await reply).text()).toBe('finished');
    idle.destroy();
    expect(await ended).toEqual([0, null]);
    await plexTv.stop();
  });
}

test('a second signal exits at once', async () => {
  const plexTv = await startRecorder(() => undefined);
  const server = await startServer({ PLEX_TV_ORIGIN: plexTv.origin });
  const reply = fetch(`${server.url}api/v2/user`, { headers: { 'X-Plex-Client-Identifier': 'x' } }).catch(
    () => 'cut off',
  );
  await expect.poll(() => plexTv.requests.length).toBe(1);
  const ended = new Promise((resolve) => server.process.once('exit', resolve));
  server.process.kill('SIGTERM');
  await expect.poll(() => server.log()).toContain('Stopping.');
  server.process.kill('SIGTERM');
  expect([await ended, await reply]).toEqual([1, 'cut off']);
  await plexTv.stop();
});

test('npm start forwards the signal and leaves no process behind', async () => {
  const env = { ...process.env, PORT: '0', PLEX_TV_ORIGIN: 'sample', npm_config_ignore_scripts: 'true' };
  // Without the build, because other tests use its files.
  const npm = await waitUntilListening(spawn('npm', ['start'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] }));
  expect((await fetch(`${npm.url}healthz`)).status).toBe(200);
  await npm.stop();
  await expect(fetch(`${npm.url}healthz`)).rejects.toThrow('fetch failed');
});

test('an idle server uses less than 90 MB', async () => {
  const server = await startServer();
  await fetch(server.url);
  const kilobytes = Number(execFileSync('ps', ['-o', 'rss=', '-p', String(server.process.pid)], { encoding: 'utf8' }));
  expect(kilobytes).toBeGreaterThan(10_000);
  expect(kilobytes).toBeLessThan(90_000);
  await server.stop();
});
