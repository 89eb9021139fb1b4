const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** 20 random characters, as plex.tv's tokens have. crypto.randomUUID would fail on pages served over plain http. */
export function freshToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(20));
  return Array.from(bytes, (byte) => alphabet.charAt(byte % alphabet.length)).join('');
}
