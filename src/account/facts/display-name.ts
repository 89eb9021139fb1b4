import type { Account } from '../../plex/account.ts';

/** The name plex.tv's own pages show: friendly name, else title, else username, else e-mail. */
export function displayName({ friendlyName, title, username, email }: Account): string {
  const name = [friendlyName, title, username, email].find((candidate) => candidate?.trim());
  return name ?? 'Plex account without a name';
}

/** Up to two letters for an account without a picture; a middle dot if the name has no letters. */
export function initials(name: string): string {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '');
  return letters.join('').toUpperCase() || '·';
}
