import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

/** The proxies of the tests, with their Debian packages and the option that prints their version. */
const proxies = {
  nginx: { packages: ['nginx', 'nginx-common'], versionOption: '-v' },
  caddy: { packages: ['caddy'], versionOption: 'version' },
} as const;

export type Proxy = keyof typeof proxies;

export const proxyNames = Object.keys(proxies) as Proxy[];

/** Where the tests unpack a Debian package. Nothing is installed on the machine, and no service is started. */
const folderOf = (name: Proxy) => resolve(import.meta.dirname, '../../node_modules/.cache', name);

/** The program that NGINX_PATH or CADDY_PATH names, else one of this machine, else one that the tests unpacked. */
export function findProxy(name: Proxy): string | undefined {
  const folders = [...(process.env.PATH?.split(delimiter) ?? []), '/usr/sbin', '/usr/local/sbin', '/opt/homebrew/bin'];
  const unpacked = ['usr/sbin', 'usr/bin'].map((folder) => join(folderOf(name), folder));
  const isUsable = (path: string) =>
    existsSync(path) && spawnSync(path, [proxies[name].versionOption], { stdio: 'ignore' }).status === 0;
  const chosen = process.env[`${name.toUpperCase()}_PATH`];
  return chosen || [...folders, ...unpacked].map((folder) => join(folder, name)).find(isUsable);
}

/** Downloads and unpacks the Debian package of a proxy. */
export function unpackProxy(name: Proxy): void {
  const cwd = folderOf(name);
  mkdirSync(cwd, { recursive: true });
  const run = (...[command = '', ...args]: string[]) =>
    spawnSync(command, args, { stdio: 'inherit', cwd }).status === 0;
  const download = () => run('apt-get', 'download', ...proxies[name].packages);
  if (!download()) {
    // Root needs no sudo, and a container may not have it.
    run(...(process.getuid?.() === 0 ? [] : ['sudo', '-n']), 'apt-get', 'update');
    download();
  }
  for (const file of readdirSync(cwd).filter((entry) => entry.endsWith('.deb'))) {
    run('dpkg-deb', '-x', join(cwd, file), cwd);
  }
}
