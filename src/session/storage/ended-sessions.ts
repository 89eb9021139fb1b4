import * as v from 'valibot';
import { keysWithPrefix, readItem, removeItem, writeItem } from './browser-storage.ts';
import { accountMarkId, endedKeyPrefix } from './has-stored-session.ts';

/** Why a session has ended: the person signed out, or plex.tv refused the token. */
export type EndReason = 'signed-out' | 'refused';

const markSchema = v.object({
  reason: v.picklist(['signed-out', 'refused']),
  /** Unix milliseconds. */
  keepUntil: v.pipe(v.number(), v.safeInteger()),
});

/** How long a mark stays after the session's own end. By then plex.tv has forgotten the session too. */
const keepMarkMs = 30 * 24 * 60 * 60 * 1000;

/**
 * Marks a session as ended, so that no page shows it again. A browser can bring back a tab with what was stored in it,
 * or a whole page from its back-forward cache. The mark holds no secret.
 */
export function markEnded(id: string, endsAt: Date, reason: EndReason): void {
  const keepUntil = endsAt.getTime() + keepMarkMs;
  writeItem('browser', endedKeyPrefix + id, JSON.stringify({ reason, keepUntil }));
}

/** Marks every session of an account as ended. The key holds only a hash of the UUID. */
export function markAccountEnded(accountUuid: string, endsAt: Date): void {
  markEnded(accountMarkId(accountUuid), endsAt, 'signed-out');
}

/** Removes the mark of an account. Call this before the account's next sign-in is stored. */
export function clearAccountMark(accountUuid: string): void {
  removeItem('browser', endedKeyPrefix + accountMarkId(accountUuid));
}

/** Returns why a session has ended, by its own mark or by its account's; undefined if it has not. */
export function endReasonOf({ id, accountUuid }: { id: string; accountUuid?: string }): EndReason | undefined {
  return readMark(id) ?? (accountUuid ? readMark(accountMarkId(accountUuid)) : undefined);
}

/** Whether a storage key is the mark of this session or of its account. */
export function isMarkKey(key: string | null, { id, accountUuid }: { id: string; accountUuid?: string }): boolean {
  return key === endedKeyPrefix + id || (!!accountUuid && key === endedKeyPrefix + accountMarkId(accountUuid));
}

/** Removes the marks that are no longer needed, and those that cannot be read. */
export function removeExpiredMarks(now: Date): void {
  for (const id of keysWithPrefix('browser', endedKeyPrefix)) {
    const mark = parseMark(readItem('browser', endedKeyPrefix + id) ?? '');
    if (!mark || mark.keepUntil < now.getTime()) removeItem('browser', endedKeyPrefix + id);
  }
}

function readMark(markId: string): EndReason | undefined {
  const mark = readItem('browser', endedKeyPrefix + markId);
  return mark === undefined ? undefined : (parseMark(mark)?.reason ?? 'signed-out');
}

function parseMark(text: string) {
  try {
    const { success, output } = v.safeParse(markSchema, JSON.parse(text));
    return success ? output : undefined;
  } catch {
    return undefined;
  }
}
