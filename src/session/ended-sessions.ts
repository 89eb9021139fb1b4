import * as v from 'valibot';
import { keysWithPrefix, readItem, removeItem, writeItem } from './browser-storage.ts';

/** Why a session is over: the person said so, or plex.tv did. */
export type EndReason = 'signed-out' | 'refused';

/** Before the id of a session that is over. */
export const endedKeyPrefix = 'plex-ended:';

const markSchema = v.object({
  ending: v.picklist(['signed-out', 'refused']),
  until: v.pipe(v.number(), v.safeInteger()),
});

/** After the sign-in's own end; by then plex.tv has long forgotten it as well. */
const markedForMs = 30 * 24 * 60 * 60 * 1000;

/**
 * Marks a session as over, so that it is shown nowhere again: a browser can bring back a tab with what was stored in
 * it, or the whole page from its back-forward cache. The mark holds no secret, and goes when the token is long dead.
 */
export function markEnded(id: string, endsAt: Date, ending: EndReason): void {
  const until = endsAt.getTime() + markedForMs;
  writeItem('browser', endedKeyPrefix + id, JSON.stringify({ ending, until }));
}

/** @returns why a session is over, if it is. */
export function endReasonOf(id: string): EndReason | undefined {
  const mark = readItem('browser', endedKeyPrefix + id);
  return mark === undefined ? undefined : (parse(mark)?.ending ?? 'signed-out');
}

/** Removes the marks that are no longer needed. */
export function removeExpiredMarks(now: Date): void {
  for (const id of keysWithPrefix('browser', endedKeyPrefix)) {
    const mark = parse(readItem('browser', endedKeyPrefix + id) ?? '');
    if (!mark || mark.until < now.getTime()) removeItem('browser', endedKeyPrefix + id);
  }
}

function parse(text: string) {
  try {
    const { success, output } = v.safeParse(markSchema, JSON.parse(text));
    return success ? output : undefined;
  } catch {
    return undefined;
  }
}
