import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The programs that the engines need. An empty text: not installed. */
export function installedEngines() {
  return {
    firefox: findProgram('firefox-esr'),
    webKitDriver: findProgram('WebKitWebDriver'),
    miniBrowser: findMiniBrowser(),
    xvfb: findProgram('Xvfb'),
  };
}

const packages = ['firefox-esr', 'webkit2gtk-driver', 'xvfb'];

/** Installs Debian's packages where a program is missing. Throws a sentence when that fails. */
export function installEngines(): void {
  if (isComplete()) return;
  // Root needs no sudo, and a container may lack it.
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  run(...asRoot, 'apt-get', 'update');
  run(...asRoot, 'apt-get', 'install', '-y', '--no-install-recommends', ...packages);
  if (isComplete()) return;
  // Without a stack, which an error would be printed with.
  throw `The tests in other engines run on Debian. They need these packages and could not install them: apt-get install ${packages.join(' ')}`;
}

function isComplete(): boolean {
  return Object.values(installedEngines()).every((path) => path !== '');
}

function findProgram(name: string): string {
  const folders = process.env.PATH?.split(delimiter) ?? [];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? '';
}

/** It lies below the folder of the processor: `/usr/lib/x86_64-linux-gnu`. */
function findMiniBrowser(): string {
  const folders = existsSync('/usr/lib') ? readdirSync('/usr/lib') : [];
  const paths = folders.map((folder) => `/usr/lib/${folder}/webkit2gtk-4.1/MiniBrowser`);
  return paths.find((path) => existsSync(path)) ?? '';
}

function run(...[command = '', ...parameters]: string[]): void {
  spawnSync(command, parameters, { stdio: 'inherit' });
}
