const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

/** "four", "17": numbers up to twelve are words inside a sentence. */
export function countWord(count: number): string {
  return words[count] ?? String(count);
}

/** "Four", "17": for the beginning of a sentence. */
export function capitalizedCountWord(count: number): string {
  const word = countWord(count);
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** "1 service", "20 services" */
export function countOf(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
