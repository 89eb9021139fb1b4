import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { untilSaid } from './until-said.ts';

const root = resolve(import.meta.dirname, '../..');

export type Served = {
  port: number;
  /** With the slash at its end. */
  url: string;
  process: ChildProcess;
  /** What has been written so far, errors included. */
  log: () => string;
  /** Asks it to stop, and waits until it has. */
  stop: () => Promise<void>;
};

/** The built server, on a free port. */
export function startServer(settings: Record<string, string> = {}): Promise<Served> {
  return served(
    spawn(process.execPath, [resolve(root, 'dist/server.js')], {
      env: { PATH: process.env.PATH, PORT: '0', ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  );
}

/** A server that has been started by whatever command, once it has told its address. */
export async function served(server: ChildProcess): Promise<Served> {
  const said: string[] = [];
  for (const stream of [server.stdout, server.stderr]) stream?.on('data', (data) => said.push(String(data)));
  const log = () => said.join('');
  await untilSaid(server, log, /Open http/);
  const url = /Open (http\S+)/.exec(log())?.[1] ?? '';
  return { port: Number(new URL(url).port), url, process: server, log, stop: () => end(server) };
}

/** Ends a server and waits for its end. */
export function end(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null) return resolve();
    server.once('exit', () => resolve());
    server.kill('SIGTERM');
  });
}
