import type { Account } from '../../plex/account/account.ts';
import { cutText } from '../../ui/cut-text.ts';

const maxNameLength = 20_000;

type Named = { [Key in 'friendlyName' | 'title' | 'username' | 'email']?: string | null | undefined };

/** The name plex.tv's own pages show: friendly name, else title, else username, else e-mail. Undefined without any. */
export function personName({ friendlyName, title, username, email }: Named): string | undefined {
  return [friendlyName, title, username, email].find((name) => isVisible(name ?? '')) ?? undefined;
}

export function displayName(account: Account): string {
  const name = personName(account);
  return name === undefined ? 'Plex account without a name' : cutText(name, maxNameLength);
}

/** Whether a text has more than blanks, zero-width characters, controls and lone accents. */
export function isVisible(text: string): boolean {
  // The braille blank is a symbol, but shows nothing.
  return /[^\s\u2800\p{Z}\p{Cc}\p{Cf}\p{Cs}\p{M}\p{Default_Ignorable_Code_Point}]/u.test(text);
}

/** Up to two letters for an account without a picture; a middle dot if the name has no letters. */
export function initials(name: string): string {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '');
  return letters.join('').toUpperCase() || '·';
}
