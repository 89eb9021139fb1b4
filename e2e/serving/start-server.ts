import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { waitForOutput } from './wait-for-output.ts';

const root = resolve(import.meta.dirname, '../..');

export type ServerProcess = {
  port: number;
  /** With the slash at its end. */
  url: string;
  process: ChildProcess;
  /** Everything that it has written, errors included. */
  log: () => string;
  /** Sends SIGTERM and waits for the end of the process. */
  stop: () => Promise<void>;
};

/** Starts the built server on a free port: that of this folder, or of a copy in another. */
export function startServer(settings: Record<string, string> = {}, folder = root): Promise<ServerProcess> {
  return waitUntilListening(
    spawn(process.execPath, [resolve(folder, 'dist/server.js')], {
      env: { PATH: process.env.PATH, PORT: '0', ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  );
}

/** Waits until a process that runs the server prints its address. */
export async function waitUntilListening(child: ChildProcess): Promise<ServerProcess> {
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => output.push(String(data)));
  const log = () => output.join('');
  await waitForOutput(child, log, /Open http\S+\s/);
  const url = /Open (http\S+)/.exec(log())?.[1] ?? '';
  return { port: Number(new URL(url).port), url, process: child, log, stop: () => stopProcess(child) };
}

/** Sends SIGTERM and waits for the end of the process. */
export function stopProcess(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
