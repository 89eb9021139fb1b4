import { readItem, removeItem, type StorageArea, writeItem } from './browser-storage.ts';
import { endReasonOf } from './ended-sessions.ts';
import type { Session, StorageLocation } from './session.ts';
import { isPlausibleExpiry } from './session-expiry.ts';
import { readStored, removeStored, type StoredSession, writeStored } from './stored-session.ts';

/** Names the session that this tab shows, so that it shows the same one after a reload. */
const tabKey = 'plex-session';

/**
 * Stores what is needed to find a session again, in the one storage that was asked for. Where the browser does not
 * remember it, the tab does if it can. Other sessions, of other tabs, are left alone.
 *
 * @returns where it is kept now: less than `session.keeping` when storage is blocked or full.
 */
export function storeSession(session: Session): StorageLocation {
  const stored = toStoredSession(session);
  if (session.requestedStorage === 'page' || !stored) return 'page';
  if (endReasonOf(session.id)) return session.requestedStorage; // another tab has just ended it, and this one is about to hear so
  const isNamed = writeItem('tab', tabKey, session.id);
  if (session.requestedStorage === 'browser' && writeStored('browser', stored)) {
    removeStored('tab', session.id);
    return 'browser';
  }
  removeStored('browser', session.id);
  return isNamed && writeStored('tab', stored) ? 'tab' : 'page';
}

/** Removes a session from storage, and from this tab. */
export function removeSession(id: string): void {
  removeStored('tab', id);
  removeStored('browser', id);
  if (sessionIdOfTab() === id) removeItem('tab', tabKey);
}

/** The id of the session that this tab showed last. */
export function sessionIdOfTab(): string | undefined {
  return readItem('tab', tabKey);
}

/** A session as it is stored now, and where: on the browser, if any tab was asked to remember it. */
export function findStoredSession(id: string, now: Date): { stored: StoredSession; store: StorageArea } | undefined {
  for (const store of ['browser', 'tab'] as const) {
    const stored = readStored(store, id, now);
    if (stored) return { stored, store };
  }
  return undefined;
}

/** What is stored of a session; nothing without a token. */
export function toStoredSession({ id, token, endsAt, login, method }: Session): StoredSession | undefined {
  if (!token) return undefined;
  // A longer login is no login; it would only fill the form in.
  const fits = login.length <= 320;
  return { id, token: token.reveal(), endsAt: endsAt.getTime(), login: fits ? login : '', method };
}

/** plex.tv may have moved the end of the sign-in: what is stored of it is not to be forgotten before. */
export function updateStoredExpiry(id: string, said: Date | null | undefined, now: Date): void {
  const found = findStoredSession(id, now);
  if (!found || endReasonOf(id) || !isPlausibleExpiry(said, now)) return;
  writeStored(found.store, { ...found.stored, endsAt: said.getTime() });
}
