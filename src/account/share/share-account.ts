import type { Account } from '../../plex/account.ts';
import { redactAccount, type Shareable } from './redact-account.ts';
import type { ShareChoice } from './sensitive-data-finder.ts';
import { writeMarkdown } from './write-markdown.ts';

export type ShareFormat = 'markdown' | 'json';

/** `hidden` counts the hidden values. `fileName` contains no name and no date. */
type Shared = { text: string; hidden: number; fileName: string };

/** The account as redacted text to post or send. `shown` lists the personal data to include; secrets never are. */
export function shareAccount(account: Account, format: ShareFormat, shown: ReadonlySet<ShareChoice>): Shared {
  const { value, hidden } = redactAccount(account, shown);
  if (format === 'json') return { text: writeJson(value), hidden, fileName: 'plex-account.json' };
  return { text: writeMarkdown(value, hidden), hidden, fileName: 'plex-account.md' };
}

/** JSON with invisible characters and `<` escaped, so that it is safe to paste anywhere. It parses to the same value. */
function writeJson(value: Shareable): string {
  const json = JSON.stringify(value, null, 2);
  return `${json.replace(/(?!\n)[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}<]/gu, escaped)}\n`;
}

function escaped(character: string): string {
  // By code units, since some characters have two.
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}
