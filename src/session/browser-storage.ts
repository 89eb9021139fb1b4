/** What lasts as long as the tab, and what lasts as long as the browser's data. */
export type StorageArea = 'tab' | 'browser';

/** Throws where the browser blocks storage. */
function storageOf(store: StorageArea): Storage {
  return store === 'tab' ? sessionStorage : localStorage;
}

/** @returns undefined when there is nothing, or storage is blocked. */
export function readItem(store: StorageArea, key: string): string | undefined {
  try {
    return storageOf(store).getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

/** @returns whether it was stored: not where storage is blocked or full. */
export function writeItem(store: StorageArea, key: string, value: string): boolean {
  try {
    storageOf(store).setItem(key, value);
    return true;
  } catch {
    return false;
  }
}

export function removeItem(store: StorageArea, key: string): void {
  try {
    storageOf(store).removeItem(key);
  } catch {
    // Storage is blocked: there is nothing to remove.
  }
}

/** The names, without the prefix, of what is stored under it. */
export function keysWithPrefix(store: StorageArea, prefix: string): string[] {
  try {
    return Object.keys(storageOf(store)).flatMap((key) => (key.startsWith(prefix) ? key.slice(prefix.length) : []));
  } catch {
    return [];
  }
}
