import type { PlexClient } from '../../plex/http/client.ts';
import { Secret } from '../../plex/secrets/secret.ts';
import type { Session, StorageLocation } from '../session.ts';
import { isPlausibleExpiry } from '../session-expiry.ts';
import { readItem, removeItem, type StorageArea, writeItem } from './browser-storage.ts';
import { endReasonOf } from './ended-sessions.ts';
import { readStored, removeStored, type StoredSession, storedVersion, writeStored } from './stored-session.ts';

/** Holds the id of the tab's session, so that a reload shows the same session. */
const tabKey = 'plex-session';

/**
 * Stores a session where the person wants it. Falls back to the tab where the browser's storage is full or blocked.
 * Leaves other sessions alone.
 *
 * @returns where the session is stored now, which may be less than `session.requestedStorage`.
 */
export function storeSession(session: Session): StorageLocation {
  const stored = toStoredSession(session);
  if (session.requestedStorage === 'page' || !stored) return 'page';
  // Another tab has just ended this session. Its message has not arrived yet.
  if (endReasonOf(session)) return session.requestedStorage;
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

/** Finds a stored session by its id. The browser's copy wins, because the person asked to remember it. */
export function findStoredSession(id: string): { stored: StoredSession; area: StorageArea } | undefined {
  for (const area of ['browser', 'tab'] as const) {
    const stored = readStored(area, id);
    if (stored) return { stored, area };
  }
  return undefined;
}

/** The fields of a session to store; undefined for a session without a token. */
export function toStoredSession(session: Session): StoredSession | undefined {
  const { id, token, endsAt, login, method, accountUuid, client } = session;
  if (!token) return undefined;
  // A longer text is not a login.
  const isLogin = login.length <= 320;
  return {
    version: storedVersion,
    id,
    token: token.reveal(),
    endsAt: endsAt.getTime(),
    login: isLogin ? login : '',
    method,
    ...(accountUuid && { accountUuid }),
    clientIdentifier: client.clientIdentifier,
  };
}

/** The session that was stored, as found in a storage area. */
export function toSession(stored: StoredSession, area: StorageArea, client: PlexClient): Session {
  const { version: _, token, endsAt, clientIdentifier = client.clientIdentifier, ...rest } = stored;
  return {
    ...rest,
    client: { ...client, clientIdentifier },
    token: new Secret(token),
    endsAt: new Date(endsAt),
    requestedStorage: area,
  };
}

/** Updates the stored end of a session when plex.tv has moved it, so that the session is not forgotten too early. */
export function updateStoredExpiry(id: string, expiry: Date | null | undefined, now: Date): void {
  const found = findStoredSession(id);
  if (!found || endReasonOf(found.stored) || !isPlausibleExpiry(expiry, now)) return;
  writeStored(found.area, { ...found.stored, endsAt: expiry.getTime() });
}
