import { readItem, type StorageArea, writeItem } from './browser-storage.ts';

const clientIdentifierKey = 'plex-client-identifier';

/**
 * This browser's client identifier: 128 random bits in hexadecimal. It is kept across sign-outs, so that plex.tv lists
 * one device and not one per visit. Where the browser's storage is blocked or full it lasts as long as the tab, and
 * where that is blocked too, as long as the page.
 */
export function getClientIdentifier(): string {
  const stored = readIdentifier('browser') ?? readIdentifier('tab');
  if (stored) return stored;
  const created = createRandomIdentifier();
  if (!writeItem('browser', clientIdentifierKey, created)) writeItem('tab', clientIdentifierKey, created);
  return created;
}

function readIdentifier(area: StorageArea): string | undefined {
  const stored = readItem(area, clientIdentifierKey);
  return stored && /^[0-9a-f]{32}$/.test(stored) ? stored : undefined;
}

/** 128 random bits in hexadecimal. `crypto.randomUUID` does not exist on plain http. */
export function createRandomIdentifier(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
