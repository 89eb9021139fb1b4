import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

/** The Chromium to test in: the one CHROMIUM_PATH names, else Playwright's own, else one of this machine. */
export function findBrowser(): string | undefined {
  const folders = process.env.PATH?.split(delimiter) ?? [];
  const installed = ['chromium', 'chromium-browser', 'google-chrome'].flatMap((name) =>
    folders.map((folder) => join(folder, name)),
  );
  return process.env.CHROMIUM_PATH || [chromium.executablePath(), ...installed].find(isUsable);
}

/** Installs a browser on a machine that has none: Playwright's own, or where that cannot be had, Debian's. */
export function installBrowser(): void {
  run('npx', 'playwright', 'install', '--no-shell', 'chromium');
  if (findBrowser()) return;
  // Root needs no sudo, and a container may not have it.
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  run(...asRoot, 'apt-get', 'update') && run(...asRoot, 'apt-get', 'install', '-y', 'chromium');
}

/** Playwright's own may lack libraries of the system, and Ubuntu's `chromium-browser` may only tell of a snap. */
function isUsable(path: string): boolean {
  if (!existsSync(path)) return false;
  // Elsewhere `--version` opens a window, or the libraries come with the browser.
  return process.platform !== 'linux' || spawnSync(path, ['--version']).status === 0;
}

function run(...[command = '', ...parameters]: string[]): boolean {
  const isWindows = process.platform === 'win32';
  return spawnSync(command, parameters, { stdio: 'inherit', shell: isWindows }).status === 0;
}
