/** The characters of plex.tv's tokens. */
export const tokenAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Random characters. plex.tv's tokens have 20. Browsers lack crypto.randomUUID over plain http. */
export function randomToken(length = 20, alphabet = tokenAlphabet): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  return Array.from(bytes, (byte) => alphabet.charAt(byte % alphabet.length)).join('');
}
