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
  let hiddenKeyCount = 0;

  function keyOf(key: string | number): string | number {
    if (typeof key === 'number') return key;
    const known = keys.get(key);
    if (known !== undefined) return known;
    if (isIn(key)) hiddenKeyCount += 1;
    const shown = isIn(key) ? `[hidden key ${hiddenKeyCount}]` : key;
    keys.set(key, shown);
    return shown;
  }

  function hide(node: Redacted, path: Keys): Redacted {
    if (typeof node === 'string') {
      if (!isIn(node)) return node;
      repeated.push(path);
      return new Secret(node);
    }
    if (Array.isArray(node)) return node.map((item, index) => hide(item, [...path, index]));
    if (!isRecord(node)) return node;
    return Object.fromEntries(Object.entries(node).map(([key, item]) => [keyOf(key), hide(item, [...path, key])]));
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
    for (const [key, item] of Object.entries(node)) collectCredentials(item, key, found);
  }
}
