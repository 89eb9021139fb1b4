import { readItem } from '../../session/browser-storage.ts';

export const pinKey = 'plex-pin';

/** Whether this tab has been to plex.tv and waits for its word. */
export function isPinKept(): boolean {
  return readItem('tab', pinKey) !== undefined;
}
