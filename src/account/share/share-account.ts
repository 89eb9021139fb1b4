import type { AccountSources } from '../../plex/access/sources.ts';
import type { Account } from '../../plex/account/account.ts';
import { joinWords } from '../facts/join-words.ts';
import { type HiddenReason, redactAccount, type Shareable } from './redact-account.ts';
import { redactSources } from './redact-sources.ts';
import { type ShareChoice, sensitiveDataFinder } from './sensitive-data-finder.ts';
import { valueNotes } from './value-notes.ts';
import { writeMarkdown } from './write-markdown.ts';
import { writeSentences } from './write-sentences.ts';

/** Ten sentences for a forum, all values as Markdown, or all values as JSON. */
export type ShareFormat = 'sentences' | 'markdown' | 'json';

/** `hidden` counts the hidden values, and `leftOut` names them in a sentence. `fileName` contains no name and no date. */
type Shared = { text: string; hidden: number; leftOut: string; fileName: string };

export type ShareAccount = typeof shareAccount;

/** The account as redacted text to post or send. `shown` lists the personal data to include; secrets never are. */
export function shareAccount(
  account: Account,
  sources: AccountSources,
  format: ShareFormat,
  shown: ReadonlySet<ShareChoice>,
  now: Date,
): Shared {
  const counts = new Map<HiddenReason, number>();
  const redaction = { shown, sensitiveDataIn: sensitiveDataFinder(account, sources), hidden: counts };
  const access = redactSources(sources, redaction);
  const value = {
    ...redactAccount(account, redaction),
    ...(Object.keys(access).length > 0 && { access }),
  };
  const hidden = total(counts);
  const summary = { hidden, leftOut: describeLeftOut(counts) };
  switch (format) {
    case 'sentences':
      return { text: writeSentences(account, sources, now, shown), ...summary, fileName: 'plex-account.txt' };
    case 'markdown':
      return { text: writeMarkdown(value, hidden, valueNotes(account, now)), ...summary, fileName: 'plex-account.md' };
    case 'json':
      return { text: writeJson(value), ...summary, fileName: 'plex-account.json' };
  }
}

const nouns: Record<HiddenReason, [one: string, many: string]> = {
  email: ['e-mail address', 'e-mail addresses'],
  names: ['name', 'names'],
  ids: ['id', 'ids'],
  avatar: ['picture', 'pictures'],
  dates: ['exact date', 'exact dates'],
  people: ['value about other people and devices', 'values about other people and devices'],
  addresses: ['network address', 'network addresses'],
  secret: ['secret', 'secrets'],
  unknown: ['value that this page does not know', 'values that this page does not know'],
};

/** "Left out: 3 names, 1 e-mail address and 17 secrets." */
function describeLeftOut(hidden: ReadonlyMap<HiddenReason, number>): string {
  const parts = (Object.keys(nouns) as HiddenReason[]).flatMap((reason) => {
    const count = hidden.get(reason);
    return count ? `${count} ${nouns[reason][count === 1 ? 0 : 1]}` : [];
  });
  return parts.length > 0 ? `Left out: ${joinWords(parts)}.` : 'Nothing is left out.';
}

function total(hidden: ReadonlyMap<HiddenReason, number>): number {
  return [...hidden.values()].reduce((sum, count) => sum + count, 0);
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
