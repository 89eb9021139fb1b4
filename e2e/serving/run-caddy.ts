import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProxy } from './find-proxy.ts';
import { freePort } from './free-port.ts';
import { stopProcess } from './start-server.ts';
import { waitUntilOpen } from './wait-until-open.ts';

/** Runs Caddy with the site that `site` returns, with its files in a temporary folder. */
export async function runCaddy(site: (folder: string, port: number) => string) {
  const caddy = findProxy('caddy');
  if (!caddy) throw new Error('There is no Caddy.');
  const folder = await mkdtemp(join(tmpdir(), 'caddy-'));
  const port = await freePort();
  const config = join(folder, 'Caddyfile');
  // Without redirects, Caddy does not listen on port 80.
  const options = '{\n admin off\n auto_https disable_redirects\n skip_install_trust\n}';
  await writeFile(config, `${options}\n${site(folder, port)}`);
  const env = { HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder };
  const server = spawn(caddy, ['run', '--config', config, '--adapter', 'caddyfile'], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  await waitUntilOpen(port, server);
  const stop = async () => {
    await stopProcess(server);
    await rm(folder, { recursive: true });
  };
  return { port, stop };
}
