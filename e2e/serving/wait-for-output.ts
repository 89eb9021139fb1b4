import type { ChildProcess } from 'node:child_process';

/** Resolves when the output of the process matches `pattern`. Rejects with the output if the process ends first. */
export function waitForOutput(child: ChildProcess, output: () => string, pattern: RegExp): Promise<void> {
  return new Promise((resolve, reject) => {
    const check = () => {
      if (pattern.test(output())) resolve();
    };
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', check);
    child.once('error', reject).once('exit', () => reject(new Error(`The process ended: ${output()}`)));
    check();
  });
}
