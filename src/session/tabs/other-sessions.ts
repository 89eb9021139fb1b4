import type { Session } from '../session.ts';
import { endReasonOf } from '../storage/ended-sessions.ts';
import { toSession } from '../storage/store-session.ts';
import { rememberedSessions, type StoredSession } from '../storage/stored-session.ts';

/**
 * Other remembered sessions of the same account, for example from tabs that were closed long ago. Sign-out ends them
 * too: otherwise the account would be shown again.
 */
export function otherSessionsOfAccount({ id, login, accountUuid, client }: Session): Session[] {
  const isSameAccount = (stored: StoredSession) =>
    (accountUuid !== undefined && stored.accountUuid === accountUuid) || (login !== '' && stored.login === login);
  return rememberedSessions()
    .filter((stored) => stored.id !== id && !endReasonOf(stored) && isSameAccount(stored))
    .map((stored) => toSession(stored, 'browser', client));
}
