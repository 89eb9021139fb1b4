import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { freePort } from './free-port.ts';
import type { Served } from './start-nginx.ts';
import { end, untilListening } from './until-listening.ts';

const root = resolve(import.meta.dirname, '../..');

/** What `npm start` starts after its build. */
export async function startPreview(settings: Record<string, string>): Promise<Served> {
  const port = await freePort();
  const server = spawn(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'preview', '--host'], {
    cwd: root,
    env: { PATH: process.env.PATH, PORT: String(port), ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (data) => said.push(String(data)));
  await untilListening(port, server, () => `vite preview ended: ${said.join('')}`);
  return {
    port,
    url: `http://localhost:${port}/`,
    pid: server.pid ?? 0,
    log: async () => said.join(''),
    stop: () => end(server),
  };
}
