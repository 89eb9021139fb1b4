import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

/** The Chromium to test in: the one in CHROMIUM_PATH, or Playwright's own, or an installed one. */
export function findBrowser(): string | undefined {
  const folders = process.env.PATH?.split(delimiter) ?? [];
  const installed = ['chromium', 'chromium-browser', 'google-chrome'].flatMap((name) =>
    folders.map((folder) => join(folder, name)),
  );
  return process.env.CHROMIUM_PATH || [chromium.executablePath(), ...installed].find(isUsable);
}

/** Installs Playwright's own browser, or Debian's if that fails. */
export function installBrowser(): void {
  run('npx', 'playwright', 'install', '--no-shell', 'chromium');
  if (findBrowser()) return;
  // Root needs no sudo, and a container may lack it.
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  run(...asRoot, 'apt-get', 'update') && run(...asRoot, 'apt-get', 'install', '-y', 'chromium');
}

/** Playwright's browser may lack system libraries, and Ubuntu's `chromium-browser` may only point to a snap. */
function isUsable(path: string): boolean {
  if (!existsSync(path)) return false;
  // On other systems `--version` opens a window, or the browser brings its libraries.
  return process.platform !== 'linux' || spawnSync(path, ['--version']).status === 0;
}

function run(...[command = '', ...parameters]: string[]): boolean {
  const isWindows = process.platform === 'win32';
  return spawnSync(command, parameters, { stdio: 'inherit', shell: isWindows }).status === 0;
}
