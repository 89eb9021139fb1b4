import * as v from 'valibot';
import { isRecord } from '../http/is-record.ts';
import { hideRepeatedSecrets } from '../secrets/hide-repeated-secrets.ts';
import { type Redacted, redact } from '../secrets/redact.ts';
import { Secret } from '../secrets/secret.ts';
import { type Account, accountSchema } from './account.ts';
import { notAnObject, unknownKey } from './reply-fields.ts';
import { unwrapLists } from './unwrap-lists.ts';

type Container = Record<string | number, unknown>;
type Keys = (string | number)[];
type SchemaIssue = { message: string; keys: Keys };

/**
 * Parses an account. Never throws: a value of the wrong type is dropped without its neighbours and listed in
 * `unexpectedValues`, and a key that the schema does not name is listed in `unknownFields`.
 *
 * @returns undefined when the reply is not an object.
 */
export function parseAccount(reply: unknown): Account | undefined {
  if (!isRecord(reply)) return undefined;
  const { reply: unwrapped, wrappedLists } = unwrapLists(reply);
  const { issues = [], output } = v.safeParse(accountSchema, unwrapped);
  const account = output as Container;
  const invalid = issues.map(({ message, path = [] }) => ({ message, keys: path.map(({ key }) => key) as Keys }));

  for (const { message, keys } of invalid) removeInvalid(account, keys, message);
  const redacted = redactReply(unwrapped, account) as Record<string, Redacted>;
  const { received, repeated, keyOf } = hideRepeatedSecrets(redacted);
  const unsafeTexts = repeated.flatMap((keys) => (hasValueAt(account, keys) ? { message: repeatedSecret, keys } : []));
  for (const { message, keys } of unsafeTexts) removeInvalid(account, keys, message);
  const unsafe = findUnsafeKeys(unwrapped, account, []);
  dropUndefined(account);

  const issueDetails = [...invalid, ...unsafeTexts, ...unsafe].map(({ message, keys }) => {
    const shownKeys = keys.map(keyOf);
    return { message, path: pathOf(shownKeys), value: valueAt(received, shownKeys) };
  });
  return {
    ...(account as Omit<Account, 'unexpectedValues' | 'unknownFields' | 'received' | 'wrappedLists'>),
    unexpectedValues: issueDetails.flatMap(({ message, path, value }) =>
      message === unknownKey ? [] : { path, received: value },
    ),
    unknownFields: issueDetails.flatMap(({ message, path, value }) => (message === unknownKey ? { path, value } : [])),
    received: wrapLists(received, wrappedLists),
    wrappedLists,
  };
}

/** The issue for a text that repeats a credential of the account. */
const repeatedSecret = 'repeats a secret';

function hasValueAt(tree: unknown, keys: Keys): boolean {
  return keys.reduce((node, key) => (node as Container | undefined)?.[key], tree) !== undefined;
}

/** Puts the lists back into the objects in which they came. */
function wrapLists(
  received: Record<string, Redacted>,
  wrappedLists: Readonly<Record<string, string>>,
): Record<string, Redacted> {
  const wrapped = Object.entries(wrappedLists).map(([from, to]): [string, Redacted] => {
    const [path = '', isOneItem] = from.split('[');
    const list = received[path] ?? null;
    const inner = isOneItem && Array.isArray(list) ? (list[0] ?? null) : list;
    return [path, Object.fromEntries([[to.slice(path.length + 1), inner]])];
  });
  return { ...received, ...Object.fromEntries(wrapped) };
}

/** `['services', 2, 'token']` as `services[2].token`. */
export function pathOf(keys: readonly unknown[]): string {
  return keys.map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index ? '.' : ''}${key}`)).join('');
}

function valueAt(tree: unknown, keys: readonly unknown[]): Redacted {
  return keys.reduce((node, key) => (node as Container)[key as string], tree) as Redacted;
}

/** The schema library skips these keys, because they can change a prototype. Here they count as unknown fields. */
const unsafeKeys = ['__proto__', 'constructor', 'prototype'];

/** Finds unsafe keys in the objects that the schema describes. */
function findUnsafeKeys(raw: unknown, parsed: unknown, keys: Keys): SchemaIssue[] {
  if (Array.isArray(raw) && Array.isArray(parsed)) {
    return raw.flatMap((item, index) => findUnsafeKeys(item, parsed[index], [...keys, index]));
  }
  if (!isRecord(raw) || !isRecord(parsed)) return [];
  const own = unsafeKeys.filter((key) => Object.hasOwn(raw, key) && !Object.hasOwn(parsed, key));
  const inside = Object.entries(parsed).flatMap(([key, value]) => findUnsafeKeys(raw[key], value, [...keys, key]));
  return [...own.map((key) => ({ message: unknownKey, keys: [...keys, key] })), ...inside];
}

/** Removes an invalid value. In a list of objects an empty object replaces it, so that the others keep their index. */
function removeInvalid(tree: Container, keys: Keys, message: string) {
  const parent = valueAt(tree, keys.slice(0, -1)) as unknown as Container;
  const key = keys.at(-1) ?? '';
  if (Array.isArray(parent)) parent[key as number] = message === notAnObject ? {} : undefined;
  else delete parent[key];
}

function dropUndefined(node: unknown): void {
  if (Array.isArray(node) && node.includes(undefined)) {
    const defined = node.filter((item) => item !== undefined);
    node.length = 0;
    for (const item of defined) node.push(item);
  }
  if (Array.isArray(node) || isRecord(node)) Object.values(node).forEach(dropUndefined);
}

/** The reply as sent. Its secrets are those that the schema names; other values are redacted by name and shape. */
function redactReply(raw: unknown, parsed: unknown, name = ''): Redacted {
  if (parsed instanceof Secret) return parsed;
  if (isRecord(raw) && isRecord(parsed)) {
    const parsedEntries = new Map(Object.entries(parsed));
    return Object.fromEntries(
      Object.entries(raw).map(([key, value]) => [key, redactReply(value, parsedEntries.get(key), key)]),
    );
  }
  if (Array.isArray(raw) && Array.isArray(parsed)) {
    return raw.map((value, index) => redactReply(value, parsed[index]));
  }
  // `removeInvalid` puts an empty object in the place of an item that is not an object.
  if (parsed === undefined || isRecord(parsed)) return redact(raw, name);
  return (typeof raw === 'object' && raw !== null ? parsed : raw) as Redacted;
}
