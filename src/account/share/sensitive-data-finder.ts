import { type AccountSources, dataOf } from '../../plex/access/sources.ts';
import type { Account } from '../../plex/account/account.ts';
import { hasCredential, type Redacted } from '../../plex/secrets/redact.ts';
import { Secret } from '../../plex/secrets/secret.ts';
import type { PersonalData } from '../facts/is-personal.ts';
import { foldText } from './visible-text.ts';

/** Kinds of personal data that the user may choose to share. */
export type ShareChoice = PersonalData | 'dates' | 'people' | 'addresses';

export type SensitiveData = 'secret' | ShareChoice;

/**
 * Returns a function that lists the sensitive data in a text, secrets first. It finds the secrets, e-mail, names, ids and
 * avatar of this account and the names of the people around it, in any case and spelling, and any e-mail address, date or
 * credential.
 */
export function sensitiveDataFinder({ received }: Account, sources: AccountSources): (text: string) => SensitiveData[] {
  // Shorter values are ignored: a username of two letters may also be a language, and a low id any number.
  const own: [kind: SensitiveData, texts: string[]][] = [
    ['secret', folded(secretsIn(received), 4)],
    ['email', folded([received.email], 3)],
    ['names', folded([received.username, received.title, received.friendlyName], 3)],
    ['ids', folded([received.id, received.uuid], 5)],
    ['avatar', folded([received.thumb], 5)],
    ['people', peopleIn(sources, received)],
  ];
  return (text) => {
    const searched = foldText(text);
    const found = own.flatMap(([kind, texts]) => (texts.some((part) => searched.includes(part)) ? kind : []));
    if (hasCredential(text)) found.unshift('secret');
    if (/[^\s@](?:@|%40)[^\s@]/.test(searched)) found.push('email');
    if (/\d{4}-\d\d-\d\d/.test(searched)) found.push('dates');
    return found;
  };
}

/** The names of the people in the Home and of the friends, without the account's own. */
function peopleIn({ home, friends, invitations }: AccountSources, { uuid, id }: Account['received']): string[] {
  const people = [...(dataOf(home)?.users ?? []), ...(dataOf(friends) ?? []), ...(dataOf(invitations) ?? [])];
  const others = people.filter((person) => (person.uuid ? person.uuid !== uuid : person.id !== id));
  return folded(
    others.flatMap(({ title, username, email, friendlyName }) => [title, username, email, friendlyName]),
    4,
  );
}

function folded(values: unknown[], minLength: number): string[] {
  const texts = values.filter((value) => typeof value === 'string' || typeof value === 'number');
  const foldedTexts = texts.map((text) => foldText(String(text)).trim()).filter((text) => text.length >= minLength);
  return [...new Set(foldedTexts)];
}

function secretsIn(value: Redacted | undefined): string[] {
  if (value instanceof Secret) return [value.reveal()];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(secretsIn) : [];
}
