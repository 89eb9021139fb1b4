import * as v from 'valibot';
import { keysWithPrefix, readItem, removeItem, type StorageArea, writeItem } from './browser-storage.ts';
import { sessionKeyPrefix } from './has-stored-session.ts';
import { signInMethods } from './session.ts';
import { isPossibleExpiry } from './session-expiry.ts';

/** Longer text was not written by this page. */
const maxLength = 6000;

/** The form in which this version stores sessions. A later form needs a higher number. */
export const storedVersion = 1;

/** All that is stored of a session: never the account, never the password. */
export const storedSessionSchema = v.object({
  version: v.literal(storedVersion),
  id: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
  /** Only characters that a header may carry. */
  token: v.pipe(v.string(), v.regex(/^[\x21-\x7e]{1,4000}$/)),
  /** Unix milliseconds. */
  endsAt: v.pipe(v.number(), v.safeInteger()),
  login: v.pipe(v.string(), v.maxLength(320)),
  method: v.picklist(signInMethods),
});

export type StoredSession = v.InferOutput<typeof storedSessionSchema>;

/** What stands under a session's key: a session, nothing, an entry of a newer version of this page, or damaged text. */
type StoredEntry = { kind: 'session'; stored: StoredSession } | { kind: 'none' | 'newer' | 'damaged' };

/**
 * Writes a session to storage. Leaves an entry alone that a newer version of this page wrote for the same session.
 *
 * @returns whether the session is stored.
 */
export function writeStored(area: StorageArea, stored: StoredSession): boolean {
  if (!v.is(storedSessionSchema, stored)) return false;
  const entry = readEntry(area, stored.id);
  if (entry.kind === 'newer') return true;
  // Do not drop keys that a newer version may have added to the same session.
  if (entry.kind === 'session' && JSON.stringify(entry.stored) === JSON.stringify(stored)) return true;
  return writeItem(area, sessionKeyPrefix + stored.id, JSON.stringify(stored));
}

/** Removes one session from storage. */
export function removeStored(area: StorageArea, id: string): void {
  removeItem(area, sessionKeyPrefix + id);
}

/** Reads a stored session. Removes a damaged one; leaves one of a newer version alone. */
export function readStored(area: StorageArea, id: string, now: Date): StoredSession | undefined {
  const entry = readEntry(area, id);
  if (entry.kind === 'session' && entry.stored.id === id && isPossibleExpiry(new Date(entry.stored.endsAt), now)) {
    return entry.stored;
  }
  if (entry.kind !== 'newer') removeStored(area, id);
  return undefined;
}

/** Whether a newer version of this page has stored the session, in a form that this version cannot read. */
export function isStoredByNewerVersion(id: string): boolean {
  return readEntry('browser', id).kind === 'newer' || readEntry('tab', id).kind === 'newer';
}

/** Every session that this browser remembers, expired ones included, the latest first. */
export function rememberedSessions(now: Date): StoredSession[] {
  const found = keysWithPrefix('browser', sessionKeyPrefix).flatMap((id) => readStored('browser', id, now) ?? []);
  return found.sort((one, other) => other.endsAt - one.endsAt);
}

function readEntry(area: StorageArea, id: string): StoredEntry {
  const text = readItem(area, sessionKeyPrefix + id);
  if (text === undefined) return { kind: 'none' };
  if (text.length > maxLength) return { kind: 'damaged' };
  try {
    const entry = JSON.parse(text);
    if (typeof entry?.version === 'number' && entry.version > storedVersion) return { kind: 'newer' };
    const { success, output } = v.safeParse(storedSessionSchema, withVersion(entry));
    return success ? { kind: 'session', stored: output } : { kind: 'damaged' };
  } catch {
    return { kind: 'damaged' };
  }
}

/** Entries from before versions have none, and call the method `how`. */
function withVersion(entry: { version?: unknown; how?: unknown }): unknown {
  return entry.version === undefined ? { ...entry, version: storedVersion, method: entry.how } : entry;
}
