import * as v from 'valibot';
import { keysWithPrefix, readItem, removeItem, writeItem } from './browser-storage.ts';
import { endedKeyPrefix } from './has-stored-session.ts';

/** Why a session has ended: the person signed out, or plex.tv refused the token. */
export type EndReason = 'signed-out' | 'refused';

const markSchema = v.object({
  reason: v.picklist(['signed-out', 'refused']),
  /** Unix milliseconds. */
  keepUntil: v.pipe(v.number(), v.safeInteger()),
});

/** Counted from the session's own end. By then plex.tv has forgotten the session too. */
const keepMarkMs = 30 * 24 * 60 * 60 * 1000;

/**
 * Marks a session as ended, so that no page shows it again. A browser can bring back a tab with what was stored in it,
 * or a whole page from its back-forward cache. The mark holds no secret.
 */
export function markEnded(id: string, endsAt: Date, reason: EndReason): void {
  const keepUntil = endsAt.getTime() + keepMarkMs;
  writeItem('browser', endedKeyPrefix + id, JSON.stringify({ reason, keepUntil }));
}

/** Returns why a session has ended; undefined if it has not. */
export function endReasonOf(id: string): EndReason | undefined {
  const mark = readItem('browser', endedKeyPrefix + id);
  return mark === undefined ? undefined : (parseMark(mark)?.reason ?? 'signed-out');
}

/** Removes the marks that are no longer needed, and those that cannot be read. */
export function removeExpiredMarks(now: Date): void {
  for (const id of keysWithPrefix('browser', endedKeyPrefix)) {
    const mark = parseMark(readItem('browser', endedKeyPrefix + id) ?? '');
    if (!mark || mark.keepUntil < now.getTime()) removeItem('browser', endedKeyPrefix + id);
  }
}

function parseMark(text: string) {
  try {
    const { success, output } = v.safeParse(markSchema, JSON.parse(text));
    return success ? output : undefined;
  } catch {
    return undefined;
  }
}
