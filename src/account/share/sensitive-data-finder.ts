import type { Account } from '../../plex/account.ts';
import { hasCredential, type Redacted } from '../../plex/redact.ts';
import { Secret } from '../../plex/secret.ts';
import { foldText } from './visible-text.ts';

/** What a person may choose to share. */
export type ShareChoice = 'email' | 'names' | 'ids' | 'avatar' | 'dates';

/** What a text may give away. */
export type SensitiveData = 'secret' | ShareChoice;

/**
 * Prepares to look through texts for what must not leave with them: every secret of this account, its e-mail, names,
 * ids and avatar, wherever and however spelt, and any e-mail address, day or credential at all.
 *
 * @returns a function that says what a text gives away, secrets first.
 */
export function sensitiveDataFinder({ received }: Account): (text: string) => SensitiveData[] {
  // Shorter ones are left alone: a username of two letters is also a language, a low id any number.
  const own: [trace: SensitiveData, texts: string[]][] = [
    ['secret', folded(secretsIn(received), 4)],
    ['email', folded([received.email], 3)],
    ['names', folded([received.username, received.title, received.friendlyName], 3)],
    ['ids', folded([received.id, received.uuid], 5)],
    ['avatar', folded([received.thumb], 5)],
  ];
  return (text) => {
    const searched = foldText(text);
    const found = own.flatMap(([trace, texts]) => (texts.some((part) => searched.includes(part)) ? trace : []));
    if (hasCredential(text)) found.unshift('secret');
    if (/[^\s@](?:@|%40)[^\s@]/.test(searched)) found.push('email');
    if (/\d{4}-\d\d-\d\d/.test(searched)) found.push('dates');
    return found;
  };
}

function folded(values: unknown[], shortest: number): string[] {
  const texts = values.filter((value) => typeof value === 'string' || typeof value === 'number');
  const wanted = texts.map((text) => foldText(String(text)).trim()).filter((text) => text.length >= shortest);
  return [...new Set(wanted)];
}

function secretsIn(value: Redacted | undefined): string[] {
  if (value instanceof Secret) return [value.reveal()];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(secretsIn) : [];
}
