import type { Pin } from '../../plex/create-pin.ts';
import { readItem, removeItem, writeItem } from '../../session/browser-storage.ts';
import { isPinKept, pinKey } from './is-pin-kept.ts';

/** Keeps a PIN for this tab while the person is at plex.tv. False where storage is blocked or full. */
export function keepPin(pin: Pin): boolean {
  return writeItem('tab', pinKey, JSON.stringify({ ...pin, expiresAt: pin.expiresAt.getTime() })) && isPinKept();
}

/** The PIN that this tab waits for, also when its time is over; one that was tampered with is forgotten. */
export function keptPin(): Pin | undefined {
  try {
    const { id, code, expiresAt } = JSON.parse(readItem('tab', pinKey) ?? '{}');
    const isPin = Number.isSafeInteger(id) && typeof code === 'string' && Number.isSafeInteger(expiresAt);
    return isPin ? { id, code, expiresAt: new Date(expiresAt) } : undefined;
  } catch {
    return undefined;
  }
}

export function dropPin(): void {
  removeItem('tab', pinKey);
}
