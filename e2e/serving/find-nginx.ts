import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

/** Debian's nginx, unpacked: nothing of it is installed on the machine, and no service is started. */
const unpacked = resolve(import.meta.dirname, '../../node_modules/.cache/nginx');

/** The nginx to test with: the one NGINX_PATH names, else one of this machine, else the one unpacked for the tests. */
export function findNginx(): { program: string; mimeTypes: string } | undefined {
  const folders = [...(process.env.PATH?.split(delimiter) ?? []), '/usr/sbin', '/usr/local/sbin', '/opt/homebrew/bin'];
  const installed = [...folders, join(unpacked, 'usr/sbin')].map((folder) => join(folder, 'nginx'));
  const program = process.env.NGINX_PATH || installed.find(isUsable);
  if (!program) return undefined;
  const mimeTypes = ['../../../etc/nginx', '../../etc/nginx', '../../conf']
    .map((folder) => resolve(program, folder, 'mime.types'))
    .find(existsSync);
  return mimeTypes ? { program, mimeTypes } : undefined;
}

/** Fetches Debian's nginx on a machine that has none. */
export function installNginx(): void {
  mkdirSync(unpacked, { recursive: true });
  if (!download()) {
    // Root needs no sudo, and a container may not have it.
    const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
    run(...asRoot, 'apt-get', 'update');
    download();
  }
  for (const file of readdirSync(unpacked).filter((name) => name.endsWith('.deb'))) {
    run('dpkg-deb', '-x', join(unpacked, file), unpacked);
  }
}

function download(): boolean {
  return run('apt-get', 'download', 'nginx', 'nginx-common');
}

function isUsable(path: string): boolean {
  return existsSync(path) && spawnSync(path, ['-v']).status === 0;
}

function run(...[command = '', ...parameters]: string[]): boolean {
  return spawnSync(command, parameters, { stdio: 'inherit', cwd: unpacked }).status === 0;
}
