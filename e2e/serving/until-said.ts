import type { ChildProcess } from 'node:child_process';

/** Resolves once `log` has `words`; rejects with the log if the server ends before. */
export function untilSaid(server: ChildProcess, log: () => string, words: RegExp): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = () => {
      if (words.test(log())) resolve();
    };
    for (const stream of [server.stdout, server.stderr]) stream?.on('data', look);
    server.once('error', reject).once('exit', () => reject(new Error(`The server ended: ${log()}`)));
    look();
  });
}
