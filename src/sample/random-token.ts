const tokenAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Random characters, 20 as in plex.tv's tokens. crypto.randomUUID would fail on pages served over plain http. */
export function randomToken(length = 20, alphabet = tokenAlphabet): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  return Array.from(bytes, (byte) => alphabet.charAt(byte % alphabet.length)).join('');
}
