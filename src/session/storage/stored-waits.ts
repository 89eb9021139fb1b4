import type { PlexClient } from '../../plex/http/client.ts';
import { readItem, writeItem } from './browser-storage.ts';

const keyOf = (purpose: string) => `plex-wait:${purpose}`;

/** Stores in this tab how long plex.tv asked to wait, so that a reload does not end the wait. */
export const storedWaits: NonNullable<PlexClient['waits']> = {
  get: (purpose) => readItem('tab', keyOf(purpose)),
  set: (purpose, wait) => writeItem('tab', keyOf(purpose), wait),
};
