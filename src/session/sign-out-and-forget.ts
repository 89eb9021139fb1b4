import type { PlexClient } from '../plex/http/client.ts';
import { keysWithPrefix, readItem, removeItem, type StorageArea, writeItem } from './storage/browser-storage.ts';
import { accountMarkId, endedKeyPrefix, sessionKeyPrefix } from './storage/has-stored-session.ts';

/** Every storage key of this page begins with this, except the keys of its look. */
const prefix = 'plex-';
/** Not removed: marks of ended sessions, waits that plex.tv has asked for, and the client identifier. */
const keptKeys = /^(?:ended|wait|client)/;
/** The page reloads after this, whether plex.tv has answered or not. */
const waitMs = 3000;
/** As long as any session can last, in milliseconds. */
const keepMarkMs = 400 * 24 * 60 * 60 * 1000;

/**
 * Ends every session that this browser stores, and with it all sessions of its account: removes it from storage, tells
 * the other tabs, and ends its token at plex.tv. It is for screens on which nothing else works any more, so it never
 * throws and uses no other code.
 *
 * @returns after plex.tv has answered, at most 3 seconds later. An unanswered request goes on when the page closes.
 */
export async function signOutAndForget(client: PlexClient): Promise<void> {
  const entries = new Set((['tab', 'browser'] as const).flatMap(removeEntries));
  const requests = Promise.all(Array.from(entries, (entry) => endToken(client, entry)));
  await Promise.race([requests, new Promise((resolve) => setTimeout(resolve, waitMs))]);
}

/** Returns the removed sessions, as stored. */
function removeEntries(area: StorageArea): string[] {
  return keysWithPrefix(area, prefix).flatMap((rest) => {
    const key = prefix + rest;
    if (keptKeys.test(rest)) return [];
    const entry = readItem(area, key) ?? '';
    removeItem(area, key);
    if (!key.startsWith(sessionKeyPrefix)) return [];
    // Other tabs notice these marks. So does a tab that the browser restores later.
    writeMark(key.slice(sessionKeyPrefix.length));
    const accountUuid = readText(entry, 'accountUuid');
    if (accountUuid) writeMark(accountMarkId(accountUuid));
    return entry;
  });
}

function writeMark(id: string) {
  const mark = { reason: 'signed-out', keepUntil: Date.now() + keepMarkMs };
  writeItem('browser', endedKeyPrefix + id, JSON.stringify(mark));
}

/** Does not use the usual request code, which may be the part that cannot be loaded. */
async function endToken({ base, clientIdentifier, fetch }: PlexClient, entry: string): Promise<void> {
  const token = readText(entry, 'token');
  if (!token) return;
  try {
    const request = new Request(new URL('api/v2/users/signout', base), {
      method: 'DELETE',
      headers: {
        Accept: 'application/json',
        'X-Plex-Client-Identifier': readText(entry, 'clientIdentifier') ?? clientIdentifier,
        'X-Plex-Token': token,
      },
      // A followed redirect would send the token to another address.
      redirect: 'manual',
      keepalive: true,
    });
    await fetch(request);
  } catch {
    // The token stays valid until it expires.
  }
}

/** Reads a text from an entry that may be damaged, or written by another version of this page. */
function readText(entry: string, key: string): string | undefined {
  return new RegExp(`"${key}"\\s*:\\s*"([!#-[\\]-~]+)"`).exec(entry)?.[1];
}
