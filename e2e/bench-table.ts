/** The value in the middle; 0 without any. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** Prints a row: its name, and its other cells in columns. */
export function printRow(cells: readonly (string | number)[]): void {
  const [name = '', ...others] = cells.map(String);
  process.stdout.write(`${name.padEnd(34)}${others.map((cell) => `  ${cell.padStart(10)}`).join('')}\n`);
}
