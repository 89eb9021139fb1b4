import { changeItems, changeValues } from '../http/change-values.ts';
import { isRecord } from '../http/is-record.ts';
import type { Redacted } from './redact.ts';
import { Secret } from './secret.ts';
import { secretFinder } from './secret-finder.ts';

type Keys = (string | number)[];

/** The values of these keys are credentials. Other secrets, such as ids, may be repeated without harm. */
const credentialName = /token|secret|passw|credential|jwt|api[-_]?key|^pin$/i;

/** A shorter text may be an ordinary word, and a longer one is not a token. */
const lengths = { min: 6, max: 4096 };

type Hidden = {
  hasCredentials: boolean;
  received: Record<string, Redacted>;
  /** The paths of the texts that repeat a credential. */
  repeated: Keys[];
  /** The key in `received` for a key of the reply. A key that repeats a credential gets another name. */
  keyOf: (key: string | number) => string | number;
};

/** Hides the texts and keys of a reply that repeat one of its credentials, as it is or encoded. */
export function hideRepeatedSecrets(received: Record<string, Redacted>): Hidden {
  const credentials = new Set<string>();
  collectCredentials(received, '', credentials);
  if (credentials.size === 0) return { hasCredentials: false, received, repeated: [], keyOf: (key) => key };
  const { isIn } = secretFinder(credentials);
  const repeated: Keys[] = [];
  const keys = new Map<string, string>();
  const safeTexts = new Set<string>();
  let hiddenKeyCount = 0;

  function keyOf(key: string | number): string | number {
    if (typeof key === 'number') return key;
    const known = keys.get(key);
    if (known !== undefined) return known;
    const isHidden = isIn(key);
    if (isHidden) hiddenKeyCount += 1;
    const shown = isHidden ? `[hidden key ${hiddenKeyCount}]` : key;
    keys.set(key, shown);
    return shown;
  }

  /** Long lists repeat the same few texts. */
  function isSafe(text: string): boolean {
    if (safeTexts.has(text)) return true;
    if (isIn(text)) return false;
    safeTexts.add(text);
    return true;
  }

  /** Hides what is not safe in a record or a list, or a text that is not safe. */
  function hide(node: Redacted, path: Keys): Redacted {
    if (typeof node === 'string') {
      repeated.push(path);
      return new Secret(node);
    }
    if (typeof node !== 'object' || node === null || node instanceof Secret) return node;
    if (Array.isArray(node)) return changeItems(node, (item, index) => hideBelow(item, path, index));
    const shown = changeValues(node, (item, key) => {
      keyOf(key); // numbers the hidden keys from the outside in
      return hideBelow(item, path, key);
    });
    if (Object.keys(shown).every((key) => keyOf(key) === key)) return shown;
    return Object.fromEntries(Object.entries(shown).map(([key, item]) => [keyOf(key), item]));
  }

  /** Hides what is not safe in a value. It makes a path only when one is needed, because that is slow. */
  function hideBelow(item: Redacted, path: Keys, key: string | number): Redacted {
    const isShown = typeof item === 'string' ? isSafe(item) : typeof item !== 'object' || item === null;
    return isShown ? item : hide(item, [...path, key]);
  }

  return { hasCredentials: true, received: hide(received, []) as Record<string, Redacted>, repeated, keyOf };
}

function collectCredentials(node: Redacted, name: string, found: Set<string>): void {
  if (node instanceof Secret) {
    const text = node.reveal();
    if (credentialName.test(name) && text.length >= lengths.min && text.length <= lengths.max) found.add(text);
  } else if (Array.isArray(node)) {
    for (const item of node) collectCredentials(item, name, found);
  } else if (isRecord(node)) {
    for (const key of Object.keys(node)) collectCredentials(node[key] ?? null, key, found);
  }
}
