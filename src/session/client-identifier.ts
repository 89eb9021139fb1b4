import { readItem, writeItem } from './browser-storage.ts';

const storageKey = 'plex-client-identifier';

/**
 * This browser's name towards plex.tv: 128 random bits in hexadecimal, made once and kept across sign-outs, so that
 * plex.tv lists one device and not one for each visit. Where storage is blocked it lasts as long as the page.
 */
export function getClientIdentifier(): string {
  const kept = readItem('browser', storageKey);
  if (kept && /^[0-9a-f]{32}$/.test(kept)) return kept;
  const made = createRandomIdentifier();
  writeItem('browser', storageKey, made);
  return made;
}

/** Not `crypto.randomUUID`, which a page served over plain http does not have. */
export function createRandomIdentifier(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
