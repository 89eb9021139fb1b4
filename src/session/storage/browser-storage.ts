/** `tab` is sessionStorage and lasts as long as the tab; `browser` is localStorage. */
export type StorageArea = 'tab' | 'browser';

/** Throws where the browser blocks storage. */
function storageOf(area: StorageArea): Storage {
  return area === 'tab' ? sessionStorage : localStorage;
}

/** Returns undefined when there is no such item, or storage is blocked. */
export function readItem(area: StorageArea, key: string): string | undefined {
  try {
    return storageOf(area).getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Returns whether the item was stored. It is not where storage is blocked or full. */
export function writeItem(area: StorageArea, key: string, value: string): boolean {
  try {
    storageOf(area).setItem(key, value);
    return true;
  } catch {
    return false;
  }
}

/** Removes an item. Does nothing where storage is blocked. */
export function removeItem(area: StorageArea, key: string): void {
  try {
    storageOf(area).removeItem(key);
  } catch {
    // Nothing was stored.
  }
}

/** The rest of every key that begins with a prefix. Empty where storage is blocked. */
export function keysWithPrefix(area: StorageArea, prefix: string): string[] {
  try {
    return Object.keys(storageOf(area)).flatMap((key) => (key.startsWith(prefix) ? key.slice(prefix.length) : []));
  } catch {
    return [];
  }
}
