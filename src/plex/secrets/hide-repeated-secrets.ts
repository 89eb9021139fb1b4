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
  received: Record<string, Redacted>;
  /** The paths of the texts that repeat a credential. */
  repeated: Keys[];
  /** The key in `received` for a key of the reply. A key that repeats a credential gets another name. */
  keyOf: (key: string | number) => string | number;
};

/** Hides the texts and keys of a reply, or of a part of it, that repeat a credential. */
export type SecretHider = (received: Record<string, Redacted>) => Hidden;

/**
 * Returns a function that hides these credentials, as they are or encoded. Use the same one for all parts of a reply, so
 * that every hidden key gets a name of its own.
 */
export function secretHider(credentials: ReadonlySet<string>): SecretHider {
  if (credentials.size === 0) return (received) => ({ received, repeated: [], keyOf: (key) => key });
  const { isIn } = secretFinder(credentials);
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
  function hide(node: Redacted, path: Keys, repeated: Keys[]): Redacted {
    if (typeof node === 'string') {
      repeated.push(path);
      return new Secret(node);
    }
    if (typeof node !== 'object' || node === null || node instanceof Secret) return node;
    if (Array.isArray(node)) return changeItems(node, (item, index) => hideBelow(item, path, index, repeated));
    const shown = changeValues(node, (item, key) => {
      keyOf(key); // numbers the hidden keys from the outside in
      return hideBelow(item, path, key, repeated);
    });
    if (Object.keys(shown).every((key) => keyOf(key) === key)) return shown;
    return Object.fromEntries(Object.entries(shown).map(([key, item]) => [keyOf(key), item]));
  }

  /** Hides what is not safe in a value. It makes a path only when one is needed, because that is slow. */
  function hideBelow(item: Redacted, path: Keys, key: string | number, repeated: Keys[]): Redacted {
    const isShown = typeof item === 'string' ? isSafe(item) : typeof item !== 'object' || item === null;
    return isShown ? item : hide(item, [...path, key], repeated);
  }

  return (received) => {
    const repeated: Keys[] = [];
    return { received: hide(received, [], repeated) as Record<string, Redacted>, repeated, keyOf };
  };
}

/** The credentials of a reply whose secrets are hidden already. */
export function credentialsIn(received: Record<string, Redacted>): Set<string> {
  const found = new Set<string>();
  collectCredentials(received, '', found);
  return found;
}

function collectCredentials(node: Redacted, name: string, found: Set<string>): void {
  if (node instanceof Secret) {
    if (credentialName.test(name)) addCredential(node.reveal(), found);
  } else if (Array.isArray(node)) {
    for (const item of node) collectCredentials(item, name, found);
  } else if (isRecord(node)) {
    for (const key of Object.keys(node)) collectCredentials(node[key] ?? null, key, found);
  }
}

/**
 * The credentials of lists as plex.tv sent them: every text and number below a key with such a name. Some may be none;
 * none is missing.
 */
export function credentialsInLists(lists: readonly unknown[]): Set<string> {
  const found = new Set<string>();
  const names = new Map<string, boolean>();

  /** Long lists repeat the same few keys. */
  function isCredentialName(name: string): boolean {
    const known = names.get(name);
    if (known !== undefined) return known;
    const isName = credentialName.test(name);
    names.set(name, isName);
    return isName;
  }

  function collect(value: unknown, isCredential: boolean): void {
    if (typeof value === 'object' && value !== null) waiting.push({ node: value, isCredential });
    else if (isCredential && (typeof value === 'string' || typeof value === 'number'))
      addCredential(String(value), found);
  }

  // No recursion: a hostile reply may have any depth.
  const waiting: { node: object; isCredential: boolean }[] = [];
  collect(lists, false);
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, isCredential } = next;
    if (Array.isArray(node)) for (const item of node) collect(item, isCredential);
    else {
      const record = node as Record<string, unknown>;
      for (const key of Object.keys(record)) collect(record[key], isCredential || isCredentialName(key));
    }
  }
  return found;
}

function addCredential(text: string, found: Set<string>): void {
  if (text.length >= lengths.min && text.length <= lengths.max) found.add(text);
}
