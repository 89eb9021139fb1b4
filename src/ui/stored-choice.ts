type StorageName = 'localStorage' | 'sessionStorage';

/** Reads a stored choice. Returns null when there is none or when storage is blocked. */
export function readChoice(storage: StorageName, key: string): string | null {
  try {
    return window[storage].getItem(key);
  } catch {
    return null;
  }
}

/** Stores a choice. When storage is blocked, the choice lasts until the page closes. */
export function storeChoice(storage: StorageName, key: string, value: string): void {
  try {
    window[storage].setItem(key, value);
  } catch {
    // Storage is blocked or full.
  }
}
