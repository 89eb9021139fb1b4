import { readItem } from '../../session/browser-storage.ts';

export const pinStorageKey = 'plex-pin';

/** Whether this tab has been to plex.tv and waits for its word. */
export function hasStoredPin(): boolean {
  return readItem('tab', pinStorageKey) !== undefined;
}
