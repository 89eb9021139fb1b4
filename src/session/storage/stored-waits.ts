import type { PlexClient } from '../../plex/http/client.ts';
import { readItem, writeItem } from './browser-storage.ts';
import { waitKeyPrefix } from './has-stored-session.ts';

/** Keeps in this tab, over a reload, how long plex.tv asked to wait. */
export const storedWaits: NonNullable<PlexClient['waits']> = {
  get: (purpose) => readItem('tab', waitKeyPrefix + purpose),
  set: (purpose, wait) => {
    writeItem('tab', waitKeyPrefix + purpose, wait);
  },
};
