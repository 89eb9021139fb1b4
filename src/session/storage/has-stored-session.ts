import { keysWithPrefix } from './browser-storage.ts';
import { hashText } from './hash-text.ts';

/** A session's storage key is this prefix and the session's id. */
export const sessionKeyPrefix = 'plex-session:';
/** An ended session has a mark in storage. Its key is this prefix and the session's id. */
export const endedKeyPrefix = 'plex-ended:';

/** The id of the mark that all sessions of an account have ended. It holds only a hash of the UUID. */
export const accountMarkId = (accountUuid: string) => `account:${hashText(accountUuid)}`;

/** Whether this tab or browser stores a session. Most of the session code is loaded only then. */
export function hasStoredSession(): boolean {
  return hasKeyWithPrefix(sessionKeyPrefix);
}

/** Whether this browser holds marks of ended sessions, which may be old enough to go. */
export function hasEndedSession(): boolean {
  return hasKeyWithPrefix(endedKeyPrefix);
}

function hasKeyWithPrefix(prefix: string): boolean {
  return (['tab', 'browser'] as const).some((area) => keysWithPrefix(area, prefix).length > 0);
}
