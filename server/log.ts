/** Writes one line. */
export type Log = (line: string) => void;

/** Writes to standard output, with the time in front. */
export const log: Log = (line) => {
  process.stdout.write(`${new Date().toISOString()} ${line}\n`);
};
