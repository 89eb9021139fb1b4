import { readItem } from '../../session/storage/browser-storage.ts';

/** plex.tv leads back to this fragment. It says only that the person comes from plex.tv. */
export const returnMarker = '#from-plex-tv';

export const pinStorageKey = 'plex-pin';

/** Whether this tab has a sign-in at plex.tv under way. Not in `stored-pin.ts`, so that the first load stays small. */
export function hasStoredPin(): boolean {
  return readItem('tab', pinStorageKey) !== undefined;
}

/** Whether plex.tv has led the person to this page. */
export function isBackFromPlexTv(): boolean {
  return location.hash.startsWith(returnMarker);
}
