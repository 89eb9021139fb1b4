import { spawn } from 'node:child_process';
import { chown, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findNginx } from './find-nginx.ts';
import { freePort } from './free-port.ts';
import { stopProcess } from './start-server.ts';

const nobody = 65_534;

/**
 * nginx with what `site` makes for it, in a folder of its own and not as root: what people put in front of this server,
 * or a plain file to measure against.
 */
export async function runNginx(site: (folder: string, port: number) => Promise<string> | string) {
  const nginx = findNginx();
  if (!nginx) throw new Error('There is no nginx.');
  const folder = await mkdtemp(join(tmpdir(), 'nginx-'));
  await Promise.all(['run', 'logs'].map((name) => mkdir(join(folder, name))));
  const asNobody = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};
  if (asNobody.uid) await Promise.all(['', 'run', 'logs'].map((name) => chown(join(folder, name), nobody, nobody)));
  const port = await freePort();
  // Copies, as whoever it runs as may not look into this project's folder.
  await cp(nginx.program, join(folder, 'nginx'));
  await cp(nginx.mimeTypes, join(folder, 'mime.types'));
  await writeFile(join(folder, 'site.conf'), await site(folder, port));
  await writeFile(join(folder, 'nginx.conf'), around(folder));

  const said: string[] = [];
  const errorLog = join(folder, 'logs/error.log');
  const server = spawn(join(folder, 'nginx'), ['-p', folder, '-e', errorLog, '-c', join(folder, 'nginx.conf')], {
    stdio: ['ignore', 'ignore', 'pipe'],
    ...asNobody,
  });
  server.stderr.on('data', (data) => said.push(String(data)));
  while (!(await isListening(port))) {
    if (server.exitCode !== null) throw new Error(`nginx ended: ${said.join('')}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const stop = async () => {
    await stopProcess(server);
    await rm(folder, { recursive: true });
  };
  return { port, url: `http://localhost:${port}/`, stop };
}

function around(folder: string): string {
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
      # autocannon overlooks that a connection is about to be closed.
      keepalive_requests 1000000;
      ${temp.join('\n')}
      include ${join(folder, 'site.conf')};
    }`;
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
