import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

const folder = resolve(import.meta.dirname, '../../node_modules/.cache/chromium-111');

/** Where `fetchOldChromium` puts the browser. */
export const oldChromiumPath = join(folder, 'chromium');

/** Fetches Chromium 111 from npm, 59 MB, and unpacks it. It is no dependency, because nothing else needs it. */
export function fetchOldChromium(): void {
  if (existsSync(oldChromiumPath)) return;
  mkdirSync(folder, { recursive: true });
  run('npm', 'pack', '@sparticuz/chromium@111.0.0', '--pack-destination', folder);
  const archive = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '';
  run('tar', '-xzf', join(folder, archive), '-C', folder);
  const unpack = (name: string) => brotliDecompressSync(readFileSync(join(folder, 'package/bin', name)));
  writeFileSync(join(folder, 'swiftshader.tar'), unpack('swiftshader.tar.br'));
  run('tar', '-xf', join(folder, 'swiftshader.tar'), '-C', folder);
  writeFileSync(`${oldChromiumPath}.part`, unpack('chromium.br'), { mode: 0o755 });
  // Last, so that an interrupted run does not leave half a browser.
  renameSync(`${oldChromiumPath}.part`, oldChromiumPath);
}

function run(command: string, ...parameters: string[]): void {
  const { status, stderr } = spawnSync(command, parameters, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} failed: ${stderr}`);
}
