import { signInMethods } from '../session.ts';
import { isLongExpired } from '../session-expiry.ts';
import { keysWithPrefix, readItem, type StorageArea } from './browser-storage.ts';
import { accountMarkId, endedKeyPrefix, sessionKeyPrefix } from './has-stored-session.ts';
import { sessionIdOfTab } from './store-session.ts';
import {
  clientIdentifierPattern,
  maxLength,
  type StoredSession,
  sessionIdPattern,
  storedVersion,
  tokenPattern,
  withVersion,
} from './stored-session.ts';

/**
 * The session that `restoreSession` will find. This changes nothing, and it checks entries without the schema library: it is
 * part of the first answer of the server, where bytes delay the first paint.
 */
export function peekSession(now: Date): StoredSession | undefined {
  const id = sessionIdOfTab();
  if (id !== undefined) return peekStored(id, ['browser', 'tab'], now);
  const remembered = keysWithPrefix('browser', sessionKeyPrefix).flatMap(
    (one) => peekStored(one, ['browser'], now) ?? [],
  );
  return remembered.sort((one, other) => other.endsAt - one.endsAt)[0];
}

function peekStored(id: string, areas: readonly StorageArea[], now: Date): StoredSession | undefined {
  for (const area of areas) {
    const stored = readValid(area, id);
    if (!stored) continue;
    const { accountUuid, endsAt } = stored;
    const isMarked = hasMark(id) || (accountUuid && hasMark(accountMarkId(accountUuid)));
    const isExpired = area === 'browser' && isLongExpired(new Date(endsAt), now);
    return isMarked || isExpired ? undefined : stored;
  }
  return undefined;
}

function hasMark(markId: string): boolean {
  return readItem('browser', endedKeyPrefix + markId) !== undefined;
}

function readValid(area: StorageArea, id: string): StoredSession | undefined {
  const text = readItem(area, sessionKeyPrefix + id) ?? '';
  try {
    const entry = withVersion(JSON.parse(text)) as StoredSession;
    return text.length <= maxLength && entry.id === id && isValid(entry) ? entry : undefined;
  } catch {
    return undefined;
  }
}

/** The same checks as in `storedSessionSchema`. */
function isValid({ version, id, token, endsAt, login, method, accountUuid, clientIdentifier }: StoredSession): boolean {
  return (
    version === storedVersion &&
    isText(id, sessionIdPattern) &&
    isText(token, tokenPattern) &&
    Number.isSafeInteger(endsAt) &&
    Math.abs(endsAt) <= 8.64e15 &&
    isText(login, /^.{0,320}$/s) &&
    signInMethods.includes(method) &&
    (accountUuid === undefined || isText(accountUuid, /^.{0,64}$/s)) &&
    (clientIdentifier === undefined || isText(clientIdentifier, clientIdentifierPattern))
  );
}

function isText(value: unknown, pattern: RegExp): boolean {
  return typeof value === 'string' && pattern.test(value);
}
