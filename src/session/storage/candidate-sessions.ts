import { isLongExpired } from '../session-expiry.ts';
import type { StorageArea } from './browser-storage.ts';
import { type EndReason, endReasonOf } from './ended-sessions.ts';
import { findStoredSession, sessionIdOfTab } from './store-session.ts';
import { rememberedSessions, type StoredSession } from './stored-session.ts';

export type Candidate = { stored: StoredSession; area: StorageArea };

/**
 * The stored sessions that this tab may show, the first choice first: the session that the tab showed last, or in a new tab
 * all that the browser remembers. Some may have ended.
 */
export function candidateSessions(): Candidate[] {
  const id = sessionIdOfTab();
  if (id === undefined) return rememberedSessions().map((stored) => ({ stored, area: 'browser' }));
  const found = findStoredSession(id);
  return found ? [found] : [];
}

/**
 * Why a stored session has ended; undefined if it has not. A session of the tab lasts until plex.tv refuses it, a
 * remembered one until a day after its end.
 */
export function endOf({ stored, area }: Candidate, now: Date): EndReason | 'expired' | undefined {
  const isExpired = area === 'browser' && isLongExpired(new Date(stored.endsAt), now);
  return endReasonOf(stored) ?? (isExpired ? 'expired' : undefined);
}

/** The session that `restoreSession` will find. This changes nothing. */
export function peekSession(now: Date): StoredSession | undefined {
  return candidateSessions().find((candidate) => endOf(candidate, now) === undefined)?.stored;
}
