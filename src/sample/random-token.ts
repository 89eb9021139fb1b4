import { tokenAlphabet } from './accounts/invented-secret.ts';

/** Random characters. plex.tv's tokens have 20. Browsers lack crypto.randomUUID over plain http. */
export function randomToken(length = 20, alphabet = tokenAlphabet): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  return Array.from(bytes, (byte) => alphabet.charAt(byte % alphabet.length)).join('');
}
