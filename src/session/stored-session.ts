import * as v from 'valibot';
import { keysWithPrefix, readItem, removeItem, type StorageArea, writeItem } from './browser-storage.ts';
import { sessionKeyPrefix } from './has-stored-session.ts';
import { signInMethods } from './session.ts';
import { isPossibleExpiry } from './session-expiry.ts';

/** As long as a stored session can be that was written here. */
const longest = 6000;

/** All that is stored of a sign-in: never the account, never the password. */
export const storedSessionSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
  /** What may stand in a header. */
  token: v.pipe(v.string(), v.regex(/^[\x21-\x7e]{1,4000}$/)),
  /** Unix milliseconds. */
  endsAt: v.pipe(v.number(), v.safeInteger()),
  login: v.pipe(v.string(), v.maxLength(320)),
  method: v.picklist(signInMethods),
});

export type StoredSession = v.InferOutput<typeof storedSessionSchema>;

/** @returns whether it was stored, so that it will be found again. */
export function writeStored(store: StorageArea, session: StoredSession): boolean {
  return v.is(storedSessionSchema, session) && writeItem(store, sessionKeyPrefix + session.id, JSON.stringify(session));
}

/** Removes a session from storage. Any other is left alone. */
export function removeStored(store: StorageArea, id: string): void {
  removeItem(store, sessionKeyPrefix + id);
}

/** Reads a stored session. What was tampered with counts as none, and is removed. */
export function readStored(store: StorageArea, id: string, now: Date): StoredSession | undefined {
  const key = sessionKeyPrefix + id;
  const text = readItem(store, key);
  if (text === undefined) return undefined;
  const stored = parse(text);
  if (stored?.id === id && isPossibleExpiry(new Date(stored.endsAt), now)) return stored;
  removeItem(store, key);
  return undefined;
}

/** Every session that this browser remembers, those that are over included, the latest first. */
export function rememberedSessions(now: Date): StoredSession[] {
  const found = keysWithPrefix('browser', sessionKeyPrefix).flatMap((id) => readStored('browser', id, now) ?? []);
  return found.sort((one, other) => other.endsAt - one.endsAt);
}

function parse(text: string): StoredSession | undefined {
  if (text.length > longest) return undefined;
  try {
    const { success, output } = v.safeParse(storedSessionSchema, JSON.parse(text));
    return success ? output : undefined;
  } catch {
    return undefined;
  }
}
