import { isRecord } from '../http/is-record.ts';
import { isSecretName } from '../secrets/redact.ts';

/** The keys of an account whose values are lists of objects. */
export const recordLists = ['subscriptions', 'pastSubscriptions', 'trials', 'services', 'settings'];
const textLists = ['entitlements', 'roles'];

type Unwrapped = {
  reply: Record<string, unknown>;
  /** Maps the path of a list without its wrapper to the path in the reply: `services` to `services.service`. */
  wrappedLists: Record<string, string>;
};

/**
 * Takes lists out of their wrapper, an object with one key: a client of 2026 also reads `{"subscription": […]}` in
 * place of `subscriptions`. A list with one item may come without its brackets, as from XML.
 */
export function unwrapLists(reply: Record<string, unknown>): Unwrapped {
  const unwrapped = { ...reply };
  const wrappedLists: Record<string, string> = {};
  for (const path of [...recordLists, ...textLists]) {
    const wrapper = wrapperOf(reply[path]);
    if (!wrapper) continue;
    const { key, inner } = wrapper;
    // A secret is recognized by its key, so it has to keep the key.
    if (isSecretName(key)) continue;
    const isOneItem = recordLists.includes(path) ? isRecord(inner) : typeof inner === 'string';
    if (!Array.isArray(inner) && !isOneItem) continue;
    unwrapped[path] = isOneItem ? [inner] : inner;
    wrappedLists[isOneItem ? `${path}[0]` : path] = `${path}.${key}`;
  }
  return { reply: unwrapped, wrappedLists };
}

/** The only key of an object, and its value. */
export function wrapperOf<T>(value: T | Record<string, T>): { key: string; inner: T } | undefined {
  if (!isRecord(value)) return undefined;
  const entries = Object.entries(value) as [string, T][];
  const [first] = entries;
  return first && entries.length === 1 ? { key: first[0], inner: first[1] } : undefined;
}

/** The path in the reply as sent, for a path without wrappers. */
export function pathAsSent(path: string, wrappedLists: Readonly<Record<string, string>>): string {
  for (const [from, to] of Object.entries(wrappedLists)) {
    const rest = path.slice(from.length);
    if (path.startsWith(from) && /^(?:[.[]|$)/.test(rest)) return to + rest;
  }
  return path;
}
