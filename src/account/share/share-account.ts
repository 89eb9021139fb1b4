import type { Account } from '../../plex/account.ts';
import type { ShareChoice } from './sensitive-data-finder.ts';
import { redactAccount, type Shareable } from './redact-account.ts';
import { writeMarkdown } from './write-markdown.ts';

export type ShareFormat = 'markdown' | 'json';

/** What leaves, to the letter; how many values it hides; what a file of it is called (no name, no date). */
type Shared = { text: string; hidden: number; fileName: string };

/** The account as text to post or send: redacted, but for what the person has chosen to show. Secrets never leave. */
export function shareAccount(account: Account, format: ShareFormat, shown: ReadonlySet<ShareChoice>): Shared {
  const { value, hidden } = redactAccount(account, shown);
  if (format === 'json') return { text: writeJson(value), hidden, fileName: 'plex-account.json' };
  return { text: writeMarkdown(value, hidden), hidden, fileName: 'plex-account.md' };
}

/** JSON in which invisible characters can be seen and no markup starts, wherever it is pasted. It reads back the same. */
function writeJson(value: Shareable): string {
  const json = JSON.stringify(value, null, 2);
  return `${json.replace(/(?!\n)[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}<]/gu, escaped)}\n`;
}

function escaped(character: string): string {
  // By code units, for some characters are two of them.
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}
