import { readItem } from '../../session/storage/browser-storage.ts';

export const pinStorageKey = 'plex-pin';

/** Whether this tab has a sign-in at plex.tv under way. Apart from `stored-pin.ts`, so that the first load stays small. */
export function hasStoredPin(): boolean {
  return readItem('tab', pinStorageKey) !== undefined;
}
