import type { Pin } from '../../plex/create-pin.ts';
import { readItem, removeItem, writeItem } from '../../session/browser-storage.ts';
import { hasStoredPin, pinStorageKey } from './has-stored-pin.ts';

/** Keeps a PIN for this tab while the person is at plex.tv. False where storage is blocked or full. */
export function storePin(pin: Pin): boolean {
  return (
    writeItem('tab', pinStorageKey, JSON.stringify({ ...pin, expiresAt: pin.expiresAt.getTime() })) && hasStoredPin()
  );
}

/** The PIN that this tab waits for, also when its time is over; one that was tampered with is forgotten. */
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
