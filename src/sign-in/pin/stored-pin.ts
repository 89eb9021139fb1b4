import type { Pin } from '../../plex/create-pin.ts';
import { readItem, removeItem, writeItem } from '../../session/browser-storage.ts';
import { hasStoredPin, pinStorageKey } from './has-stored-pin.ts';

/** Stores a PIN in this tab while the person is at plex.tv. Returns false when storage is blocked or full. */
export function storePin(pin: Pin): boolean {
  return (
    writeItem('tab', pinStorageKey, JSON.stringify({ ...pin, expiresAt: pin.expiresAt.getTime() })) && hasStoredPin()
  );
}

/** The PIN of this tab, also when it has expired. Ignores a value that is not a PIN. */
export function readStoredPin(): Pin | undefined {
  try {
    const { id, code, expiresAt } = JSON.parse(readItem('tab', pinStorageKey) ?? '{}');
    const isPin = Number.isSafeInteger(id) && typeof code === 'string' && Number.isSafeInteger(expiresAt);
    return isPin ? { id, code, expiresAt: new Date(expiresAt) } : undefined;
  } catch {
    return undefined;
  }
}

export function removeStoredPin(): void {
  removeItem('tab', pinStorageKey);
}
