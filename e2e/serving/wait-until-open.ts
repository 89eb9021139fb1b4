import type { ChildProcess } from 'node:child_process';
import { connect } from 'node:net';

/** Waits until `port` accepts connections. Rejects with the errors of the process if it ends first. */
export async function waitUntilOpen(port: number, server: ChildProcess): Promise<void> {
  const errors: string[] = [];
  server.stderr?.on('data', (data) => errors.push(String(data)));
  while (!(await isOpen(port))) {
    if (server.exitCode !== null) throw new Error(`${server.spawnfile} ended: ${errors.join('')}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
