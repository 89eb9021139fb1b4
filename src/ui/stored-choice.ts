type Place = 'localStorage' | 'sessionStorage';

/** A choice kept in the browser or for the tab; null when there is none or storage is blocked. */
export function readChoice(place: Place, key: string): string | null {
  try {
    return window[place].getItem(key);
  } catch {
    return null;
  }
}

/** Keeps a choice. Where storage is blocked it lasts as long as the page. */
export function storeChoice(place: Place, key: string, value: string): void {
  try {
    window[place].setItem(key, value);
  } catch {
    // Blocked or full.
  }
}
