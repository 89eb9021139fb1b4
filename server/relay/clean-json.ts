import { holdsCredential, isCredentialName, RemovedCredentials } from './credentials.ts';

/** The replies that the page uses are four levels deep. */
const maxDepth = 32;

/**
 * Removes the credentials from JSON and writes it anew. If a key occurs twice, only the last one stays.
 *
 * @returns undefined when the text is not JSON, nests too deeply, or repeats a removed credential in another place.
 */
export function cleanJson(text: string): string | undefined {
  const removed = new RemovedCredentials();
  try {
    const cleaned = JSON.stringify(withoutCredentials(JSON.parse(text), removed, 0));
    return removed.isIn(cleaned) ? undefined : cleaned;
  } catch {
    return undefined;
  }
}

function withoutCredentials(value: unknown, removed: RemovedCredentials, depth: number): unknown {
  if (depth > maxDepth) throw new RangeError('too deep');
  if (Array.isArray(value)) {
    return value.filter(isHarmless).map((item) => withoutCredentials(item, removed, depth + 1));
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).flatMap(([key, item]): [string, unknown][] => {
    if (isHarmless(item) && (!isCredentialName(key) || isFlag(item))) {
      return [[key, withoutCredentials(item, removed, depth + 1)]];
    }
    addTexts(item, removed, depth);
    return [];
  });
  return Object.fromEntries(entries);
}

function isHarmless(value: unknown): boolean {
  return typeof value !== 'string' || !holdsCredential(value);
}

/** `hasPassword` has the name of a credential, but says only whether there is one. */
function isFlag(value: unknown): boolean {
  return value === null || typeof value === 'boolean' || value === 0 || value === 1;
}

function addTexts(value: unknown, removed: RemovedCredentials, depth: number): void {
  if (depth > maxDepth) throw new RangeError('too deep');
  if (typeof value === 'object' && value !== null) {
    for (const item of Object.values(value)) addTexts(item, removed, depth + 1);
  } else if (typeof value === 'string' && !holdsCredential(value)) removed.add(value);
}
