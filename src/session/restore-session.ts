import type { PlexClient } from '../plex/client.ts';
import { Secret } from '../plex/secret.ts';
import type { StorageArea } from './browser-storage.ts';
import { type EndReason, endReasonOf, removeExpiredMarks } from './ended-sessions.ts';
import type { Session } from './session.ts';
import { isLongExpired } from './session-expiry.ts';
import { findStoredSession, removeSession, sessionIdOfTab } from './store-session.ts';
import { rememberedSessions, removeStored, type StoredSession } from './stored-session.ts';

/** Who comes back: somebody who is signed in; somebody whose sign-in is over, and how; or nobody. */
export type RestoreResult = { session: Session } | { over: EndReason | 'forgotten'; login: string } | undefined;

/**
 * Finds the session that this tab showed before, or in a new tab the latest that this browser remembers, and clears
 * away what is over. A tab never turns from one session to another.
 */
export function restoreSession(client: PlexClient, now: Date): RestoreResult {
  const own = sessionIdOfTab();
  const recalled = own === undefined ? restoreLatest(client, now) : restoreOwn(own, client, now);
  if (own !== undefined && !(recalled && 'session' in recalled)) removeSession(own);
  removeExpiredMarks(now);
  return recalled;
}

/**
 * Other sign-ins to the same account that this browser remembers, from tabs that have long been closed, say. Who signs
 * out means the account, and would be startled to find it here again.
 */
export function otherSessionsOfAccount({ id, login, client }: Session, now: Date): Session[] {
  const others = rememberedSessions(now).filter((stored) => login !== '' && stored.login === login && stored.id !== id);
  return others.flatMap((stored) => {
    const recalled = toRestoreResult(stored, 'browser', client, now);
    return recalled && 'session' in recalled ? recalled.session : [];
  });
}

function restoreOwn(id: string, client: PlexClient, now: Date): RestoreResult {
  const ending = endReasonOf(id);
  const found = findStoredSession(id, now);
  if (ending) return { over: ending, login: '' };
  return found && toRestoreResult(found.stored, found.store, client, now);
}

function restoreLatest(client: PlexClient, now: Date): RestoreResult {
  const remembered = rememberedSessions(now).map((stored) => toRestoreResult(stored, 'browser', client, now));
  return remembered.find((recalled) => recalled && 'session' in recalled) ?? remembered[0];
}

/** A session of this tab lasts until plex.tv says otherwise; one that is remembered is forgotten when it is long over. */
function toRestoreResult(
  stored: StoredSession,
  requestedStorage: StorageArea,
  client: PlexClient,
  now: Date,
): RestoreResult {
  const { id, login, method } = stored;
  const endsAt = new Date(stored.endsAt);
  if (endReasonOf(id)) {
    removeStored(requestedStorage, id);
    return undefined;
  }
  if (requestedStorage === 'browser' && isLongExpired(endsAt, now)) {
    removeStored(requestedStorage, id);
    return { over: 'forgotten', login };
  }
  return { session: { id, client, token: new Secret(stored.token), login, method, requestedStorage, endsAt } };
}
