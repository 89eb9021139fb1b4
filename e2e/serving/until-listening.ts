import type { ChildProcess } from 'node:child_process';
import { connect } from 'node:net';

/** Resolves once `port` accepts connections; rejects with `trouble` if the server ends before. */
export async function untilListening(port: number, server: ChildProcess, trouble: () => string): Promise<void> {
  while (!(await isListening(port))) {
    if (server.exitCode !== null) throw new Error(trouble());
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

/** Ends a server and waits for its end. */
export function end(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null) return resolve();
    server.once('exit', () => resolve());
    server.kill('SIGTERM');
  });
}
