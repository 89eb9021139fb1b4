import type { Pin } from '../../plex/create-pin.ts';
import type { PlexClient } from '../../plex/http/client.ts';
import { keysWithPrefix, readItem, removeItem, writeItem } from '../../session/storage/browser-storage.ts';
import { createRandomIdentifier } from '../../session/storage/client-identifier.ts';
import { hasStoredPin, pinStorageKey } from './has-stored-pin.ts';
import { addressInPage } from './return-address.ts';

/** An entry with this prefix and a random id tells other tabs that a tab waits for a PIN, and until when. */
const waitingKeyPrefix = 'plex-pin-waiting:';

type StoredPin = Pin & {
  /** Only the client that created a PIN gets its token. The browser may have lost its identifier since. */
  clientIdentifier?: string;
};

/** Stores a PIN in this tab while the person is at plex.tv. Returns false when storage is blocked or full. */
export function storePin(pin: Pin, { clientIdentifier }: Pick<PlexClient, 'clientIdentifier'>): boolean {
  removeStoredPin();
  removeExpiredMarks(new Date());
  const waitingId = createRandomIdentifier();
  const expiresAt = pin.expiresAt.getTime();
  const stored = { ...pin, expiresAt, clientIdentifier, addressInPage: addressInPage(), waitingId };
  const isStored = writeItem('tab', pinStorageKey, JSON.stringify(stored)) && hasStoredPin();
  if (isStored) writeItem('browser', waitingKeyPrefix + waitingId, String(expiresAt));
  return isStored;
}

/** The PIN of this tab, also when it has expired. Ignores a value that is not a PIN. */
export function readStoredPin(): StoredPin | undefined {
  const { id, code, expiresAt, clientIdentifier } = readEntry();
  if (!Number.isSafeInteger(id) || typeof code !== 'string' || !Number.isSafeInteger(expiresAt)) return undefined;
  const isIdentifier = typeof clientIdentifier === 'string' && /^[\w-]{1,64}$/.test(clientIdentifier);
  return { id, code, expiresAt: new Date(expiresAt), ...(isIdentifier && { clientIdentifier }) };
}

export function removeStoredPin(): void {
  removeItem('browser', `${waitingKeyPrefix}${readEntry().waitingId}`);
  removeItem('tab', pinStorageKey);
}

/** Whether another tab of this browser waits for a PIN that the person may approve at plex.tv. */
export function isOtherTabWaiting(now: Date): boolean {
  return keysWithPrefix('browser', waitingKeyPrefix).some((id) => isWaiting(id, now));
}

function isWaiting(id: string, now: Date): boolean {
  return Number(readItem('browser', waitingKeyPrefix + id)) > now.getTime();
}

/** Removes entries of tabs that were closed while they waited. */
function removeExpiredMarks(now: Date): void {
  for (const id of keysWithPrefix('browser', waitingKeyPrefix)) {
    if (!isWaiting(id, now)) removeItem('browser', waitingKeyPrefix + id);
  }
}

function readEntry() {
  try {
    return JSON.parse(readItem('tab', pinStorageKey) ?? '{}') ?? {};
  } catch {
    return {};
  }
}
