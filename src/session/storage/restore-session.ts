import { endToken } from '../../plex/end-token.ts';
import type { PlexClient } from '../../plex/http/client.ts';
import { Secret } from '../../plex/secrets/secret.ts';
import type { Session } from '../session.ts';
import { isLongExpired } from '../session-expiry.ts';
import { isTokenUsed } from '../tabs/share-token.ts';
import type { StorageArea } from './browser-storage.ts';
import { type EndReason, endReasonOf, removeExpiredMarks } from './ended-sessions.ts';
import { findStoredSession, removeSession, sessionIdOfTab, toSession } from './store-session.ts';
import {
  isStoredByNewerVersion,
  rememberedSessions,
  removeDamaged,
  removeStored,
  type StoredSession,
} from './stored-session.ts';

/** Why there is no session any more. `login` fills in the form; "" if it should not. */
export type NoSession = { kind: 'ended'; reason: EndReason | 'expired'; login: string } | { kind: 'none' };

/** The session of this tab or browser, or why there is none. */
export type RestoreResult = { kind: 'session'; session: Session } | NoSession;

const none: RestoreResult = { kind: 'none' };

/**
 * Finds the session that this tab showed last. A new tab gets the latest session that the browser remembers. A tab never
 * changes from one session to another. A session that has expired, or is stored damaged, is ended at plex.tv too; an
 * expired one stays stored until plex.tv has confirmed that.
 */
export function restoreSession(client: PlexClient, now: Date): RestoreResult {
  for (const token of [...removeDamaged('tab'), ...removeDamaged('browser')]) void endDamaged(client, token);
  const id = sessionIdOfTab();
  const result = id === undefined ? restoreLatest(client, now) : restoreById(id, client, now);
  const isExpired = result.kind === 'ended' && result.reason === 'expired';
  if (id !== undefined && result.kind !== 'session' && !isExpired && !isStoredByNewerVersion(id)) removeSession(id);
  removeExpiredMarks(now);
  return result;
}

function restoreById(id: string, client: PlexClient, now: Date): RestoreResult {
  const found = findStoredSession(id);
  const reason = endReasonOf(found?.stored ?? { id });
  if (reason) return { kind: 'ended', reason, login: '' };
  return found ? openStored(found.stored, found.area, client, now) : none;
}

function restoreLatest(client: PlexClient, now: Date): RestoreResult {
  const results = rememberedSessions().map((stored) => openStored(stored, 'browser', client, now));
  return results.find(({ kind }) => kind === 'session') ?? results[0] ?? none;
}

/** A session of the tab lasts until plex.tv refuses it. A remembered one is ended a day after its end. */
function openStored(stored: StoredSession, area: StorageArea, client: PlexClient, now: Date): RestoreResult {
  const session = toSession(stored, area, client);
  if (endReasonOf(session)) {
    removeStored(area, session.id);
    return none;
  }
  if (area === 'browser' && isLongExpired(session.endsAt, now)) {
    void endExpired(session);
    return { kind: 'ended', reason: 'expired', login: session.login };
  }
  return { kind: 'session', session };
}

/** The token stays alive while another session of the account uses it. */
async function endExpired({ id, client, token, accountUuid }: Session): Promise<void> {
  const isUsed = token !== undefined && (await isTokenUsed(token.reveal(), accountUuid, id));
  const error = isUsed ? undefined : await endToken(client, token);
  if (!error) removeSession(id);
}

async function endDamaged(client: PlexClient, token: string): Promise<void> {
  if (!(await isTokenUsed(token, undefined))) await endToken(client, new Secret(token));
}
