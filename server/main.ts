#!/usr/bin/env node
import { fileURLToPath } from 'node:url';
import { createApp } from './app.ts';
import { readPageFiles } from './files.ts';
import { limitMemory } from './limit-memory.ts';
import { log } from './log.ts';
import { openBrowser } from './open-browser.ts';
import { createPlexTvClient } from './relay/plex-tv-client.ts';
import { help, InvalidSettingError, readCommand, readSettings, type Settings } from './settings.ts';
import { type RunningServer, startServer } from './start-server.ts';

/** The build replaces it with the version of package.json. */
declare const __APP_VERSION__: string;

const graceMs = 10_000;

await main();

async function main(): Promise<void> {
  limitMemory();
  try {
    const command = readCommand(process.argv.slice(2));
    if (command === 'help') return print(help);
    if (command === 'version') return print(__APP_VERSION__);
    const settings = readSettings(process.env, command.overrides);
    const server = await start(settings);
    stopOnSignal(server);
    const url = pageUrl(settings, server.port);
    print(`Open ${url}`);
    if (command.isOpenRequested) openBrowser(url);
  } catch (error) {
    if (!(error instanceof InvalidSettingError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

async function start(settings: Settings): Promise<RunningServer> {
  const files = await readPageFiles(fileURLToPath(new URL('page', import.meta.url)));
  const plexTvClient = await createPlexTvClient(settings.plexTv);
  const app = createApp({ settings, plexTvClient, log, files });
  try {
    return await startServer(app, settings.host, settings.port);
  } catch (error) {
    throw new InvalidSettingError(listenErrorMessage(error));
  }
}

function listenErrorMessage(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  if (code === 'EADDRINUSE') return 'The port is already in use: stop what uses it, or set PORT to another one.';
  if (code === 'EACCES') return 'This user may not listen on the port: set PORT to one above 1023.';
  return `Cannot listen on this address (${code}): set HOST to one of this computer.`;
}

/** The address at which this computer can open the page. */
function pageUrl({ host, basePath }: Settings, port: number): string {
  const isAny = ['0.0.0.0', '::', '127.0.0.1', '::1'].includes(host);
  const name = host.includes(':') ? `[${host}]` : host;
  return `http://${isAny ? 'localhost' : name}:${port}${basePath}/`;
}

/** The first signal finishes open requests and then ends the process. The second ends it at once. */
function stopOnSignal(server: RunningServer): void {
  let isStopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, async () => {
      if (isStopping) process.exit(1);
      isStopping = true;
      print('Stopping.');
      await server.stop(graceMs);
      process.exit(0);
    });
  }
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
