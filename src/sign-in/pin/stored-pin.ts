import type { Pin } from '../../plex/create-pin.ts';
import { readItem, removeItem, writeItem } from '../../session/browser-storage.ts';
import { hasStoredPin, pinStorageKey } from './has-stored-pin.ts';

/**
 * Stores a PIN in this tab while the person is at plex.tv, with the query and the fragment of this page: plex.tv is told
 * neither. Returns false when storage is blocked or full.
 */
export function storePin(pin: Pin): boolean {
  const stored = { ...pin, expiresAt: pin.expiresAt.getTime(), queryAndFragment: location.search + location.hash };
  return writeItem('tab', pinStorageKey, JSON.stringify(stored)) && hasStoredPin();
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

/** Puts the query and the fragment back that the address of this page had before the person went to plex.tv. */
export function restoreQueryAndFragment(): void {
  try {
    const { queryAndFragment } = JSON.parse(readItem('tab', pinStorageKey) ?? '{}');
    if (location.search || location.hash || !/^[?#]/.test(queryAndFragment)) return;
    history.replaceState(history.state, '', location.pathname + queryAndFragment);
  } catch {
    // The stored value is damaged: the address stays as it is.
  }
}

export function removeStoredPin(): void {
  removeItem('tab', pinStorageKey);
}
