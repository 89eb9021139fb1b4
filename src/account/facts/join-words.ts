import { lazyValue } from './lazy-value.ts';

const list = lazyValue(() => new Intl.ListFormat('en-GB'));

/** "Jonas, Elsa and Guest" */
export function joinWords(words: readonly string[]): string {
  return list().format(words);
}
