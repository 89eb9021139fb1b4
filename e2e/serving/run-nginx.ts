import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { findProxy } from './find-proxy.ts';
import { freePort } from './free-port.ts';
import { stopProcess } from './start-server.ts';
import { waitUntilOpen } from './wait-until-open.ts';

/** The number of the user `nobody`. */
const nobody = 65_534;

/** Runs nginx with the site that `site` returns, in a temporary folder and not as root. */
export async function runNginx(site: (folder: string, port: number) => Promise<string> | string) {
  const program = findProxy('nginx');
  if (!program) throw new Error('There is no nginx.');
  const folder = await mkdtemp(join(tmpdir(), 'nginx-'));
  await Promise.all(['run', 'logs'].map((name) => mkdir(join(folder, name))));
  const port = await freePort();
  // Copies, because the user `nobody` may not read this project's folder.
  await cp(program, join(folder, 'nginx'));
  await cp(mimeTypesOf(program), join(folder, 'mime.types'));
  await writeFile(join(folder, 'site.conf'), await site(folder, port));
  await writeFile(join(folder, 'nginx.conf'), mainConfig(folder));
  const isRoot = process.getuid?.() === 0;
  if (isRoot) await Promise.all(['', 'run', 'logs'].map((name) => chown(join(folder, name), nobody, nobody)));
  const errorLog = join(folder, 'logs/error.log');
  const server = spawn(join(folder, 'nginx'), ['-p', folder, '-e', errorLog, '-c', join(folder, 'nginx.conf')], {
    stdio: ['ignore', 'ignore', 'pipe'],
    ...(isRoot && { uid: nobody, gid: nobody }),
  });
  await waitUntilOpen(port, server);
  const stop = async () => {
    await stopProcess(server);
    await rm(folder, { recursive: true });
  };
  return { port, url: `http://localhost:${port}/`, stop };
}

function mimeTypesOf(program: string): string {
  const found = ['../../../etc/nginx', '../../etc/nginx', '../../conf']
    .map((folder) => resolve(program, folder, 'mime.types'))
    .find(existsSync);
  if (!found) throw new Error('nginx has no mime.types.');
  return found;
}

function mainConfig(folder: string): string {
  const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path run/temp;`);
  return `
    daemon off;
    pid run/nginx.pid;
    error_log ${join(folder, 'logs/error.log')} notice;
    worker_processes auto;
    events { worker_connections 4096; }
    http {
      include ${join(folder, 'mime.types')};
      access_log off;
      # autocannon does not notice that a connection is about to be closed.
      keepalive_requests 1000000;
      ${temp.join('\n')}
      include ${join(folder, 'site.conf')};
    }`;
}
