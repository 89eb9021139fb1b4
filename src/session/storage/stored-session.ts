import * as v from 'valibot';
import { signInMethods } from '../session.ts';
import { keysWithPrefix, readItem, removeItem, type StorageArea, writeItem } from './browser-storage.ts';
import { sessionKeyPrefix } from './has-stored-session.ts';

/** This page never writes a longer entry. */
export const maxLength = 6000;

/** The version of the stored format. A later format needs a higher number. */
export const storedVersion = 1;

/** Unix milliseconds that a `Date` can hold. */
export const timestampSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(-8.64e15), v.maxValue(8.64e15));

/** Only characters that a header may carry. */
export const tokenPattern = /^[\x21-\x7e]{1,4000}$/;
export const tokenSchema = v.pipe(v.string(), v.regex(tokenPattern));

export const clientIdentifierPattern = /^[\w-]{1,64}$/;
export const clientIdentifierSchema = v.pipe(v.string(), v.regex(clientIdentifierPattern));

export const sessionIdPattern = /^[0-9a-f]{32}$/;

/** All that is stored of a session: never the account, never the password. `peek-session.ts` repeats these checks. */
export const storedSessionSchema = v.object({
  version: v.literal(storedVersion),
  id: v.pipe(v.string(), v.regex(sessionIdPattern)),
  token: tokenSchema,
  endsAt: timestampSchema,
  login: v.pipe(v.string(), v.maxLength(320)),
  method: v.picklist(signInMethods),
  /** Finds the other sessions of the same account. */
  accountUuid: v.exactOptional(v.pipe(v.string(), v.maxLength(64))),
  /** The client identifier that the token belongs to. Missing in entries of earlier versions. */
  clientIdentifier: v.exactOptional(clientIdentifierSchema),
});

export type StoredSession = v.InferOutput<typeof storedSessionSchema>;

/** The entry of a session in storage: a session, nothing, an entry of a newer version of this page, or damaged text. */
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

/** Reads a stored session. Undefined for a damaged entry, and for one of a newer version. */
export function readStored(area: StorageArea, id: string): StoredSession | undefined {
  const entry = readEntry(area, id);
  return entry.kind === 'session' ? entry.stored : undefined;
}

/**
 * Removes the entries that cannot be read.
 *
 * @returns the tokens that it found in them. The caller ends them at plex.tv.
 */
export function removeDamaged(area: StorageArea): string[] {
  return keysWithPrefix(area, sessionKeyPrefix).flatMap((id) => {
    if (readEntry(area, id).kind !== 'damaged') return [];
    const text = readItem(area, sessionKeyPrefix + id)?.slice(0, maxLength) ?? '';
    removeStored(area, id);
    return /"token"\s*:\s*"([!#-[\]-~]{1,4000})"/.exec(text)?.[1] ?? [];
  });
}

/** Whether a newer version of this page has stored the session, in a form that this version cannot read. */
export function isStoredByNewerVersion(id: string): boolean {
  return readEntry('browser', id).kind === 'newer' || readEntry('tab', id).kind === 'newer';
}

/** Every session that this browser remembers, expired ones included, the latest first. */
export function rememberedSessions(): StoredSession[] {
  const found = keysWithPrefix('browser', sessionKeyPrefix).flatMap((id) => readStored('browser', id) ?? []);
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
    return success && output.id === id ? { kind: 'session', stored: output } : { kind: 'damaged' };
  } catch {
    return { kind: 'damaged' };
  }
}

/** The oldest entries have no version, and call the method `how`. */
export function withVersion(entry: { version?: unknown; how?: unknown }): unknown {
  return entry.version === undefined ? { ...entry, version: storedVersion, method: entry.how } : entry;
}
