import { readItem, writeItem } from './browser-storage.ts';

const storageKey = 'plex-client-identifier';

/**
 * This browser's client identifier: 128 random bits in hexadecimal. It is kept across sign-outs, so that plex.tv lists
 * one device and not one per visit. Where storage is blocked it lasts as long as the page.
 */
export function getClientIdentifier(): string {
  const stored = readItem('browser', storageKey);
  if (stored && /^[0-9a-f]{32}$/.test(stored)) return stored;
  const created = createRandomIdentifier();
  writeItem('browser', storageKey, created);
  return created;
}

/** 128 random bits in hexadecimal. `crypto.randomUUID` does not exist on plain http. */
export function createRandomIdentifier(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
