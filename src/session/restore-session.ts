import type { PlexClient } from '../plex/client.ts';
import { Secret } from '../plex/secret.ts';
import type { StorageArea } from './browser-storage.ts';
import { type EndReason, endReasonOf, removeExpiredMarks } from './ended-sessions.ts';
import type { Session } from './session.ts';
import { isLongExpired } from './session-expiry.ts';
import { findStoredSession, removeSession, sessionIdOfTab } from './store-session.ts';
import { isStoredByNewerVersion, rememberedSessions, removeStored, type StoredSession } from './stored-session.ts';

/** The session of this tab or browser, or why there is none any more. `login` fills in the form; "" if it should not. */
export type RestoreResult =
  | { kind: 'session'; session: Session }
  | { kind: 'ended'; reason: EndReason | 'expired'; login: string }
  | { kind: 'none' };

const none: RestoreResult = { kind: 'none' };

/**
 * Finds the session that this tab showed last. A new tab gets the latest session that the browser remembers. A tab never
 * changes from one session to another. Removes stored sessions that have ended.
 */
export function restoreSession(client: PlexClient, now: Date): RestoreResult {
  const id = sessionIdOfTab();
  const result = id === undefined ? restoreLatest(client, now) : restoreById(id, client, now);
  if (id !== undefined && (result.kind === 'ended' || (result.kind === 'none' && !isStoredByNewerVersion(id)))) {
    removeSession(id);
  }
  removeExpiredMarks(now);
  return result;
}

/**
 * Other remembered sessions of the same login, for example from tabs that were closed long ago. Sign-out ends them too:
 * otherwise the account would be shown again.
 */
export function otherSessionsOfAccount({ id, login, client }: Session, now: Date): Session[] {
  if (login === '') return [];
  return rememberedSessions(now)
    .filter((stored) => stored.login === login && stored.id !== id)
    .flatMap((stored) => {
      const result = openStored(stored, 'browser', client, now);
      return result.kind === 'session' ? result.session : [];
    });
}

function restoreById(id: string, client: PlexClient, now: Date): RestoreResult {
  const reason = endReasonOf(id);
  const found = findStoredSession(id, now);
  if (reason) return { kind: 'ended', reason, login: '' };
  return found ? openStored(found.stored, found.area, client, now) : none;
}

function restoreLatest(client: PlexClient, now: Date): RestoreResult {
  const results = rememberedSessions(now).map((stored) => openStored(stored, 'browser', client, now));
  return results.find(({ kind }) => kind === 'session') ?? results[0] ?? none;
}

/** A session of the tab lasts until plex.tv refuses it. A remembered one is forgotten a day after its end. */
function openStored(stored: StoredSession, area: StorageArea, client: PlexClient, now: Date): RestoreResult {
  const { id, login, method } = stored;
  const endsAt = new Date(stored.endsAt);
  if (endReasonOf(id)) {
    removeStored(area, id);
    return none;
  }
  if (area === 'browser' && isLongExpired(endsAt, now)) {
    removeStored(area, id);
    return { kind: 'ended', reason: 'expired', login };
  }
  const token = new Secret(stored.token);
  return { kind: 'session', session: { id, client, token, login, method, requestedStorage: area, endsAt } };
}
