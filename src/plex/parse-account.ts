import * as v from 'valibot';
import { type Account, accountSchema } from './account.ts';
import { isRecord } from './is-record.ts';
import { type Redacted, redact } from './redact.ts';
import { notAnObject, unknownKey } from './reply-fields.ts';
import { Secret } from './secret.ts';

type Container = Record<string | number, unknown>;
type Keys = (string | number)[];
type SchemaIssue = { message: string; keys: Keys };

/**
 * Reads an account from a reply. Never throws: any key may be missing, null or of the wrong type and loses only
 * itself (`account.unexpectedValues` says what came instead), and keys the schema does not know become `unknownFields`.
 *
 * @returns undefined when the reply is no object at all.
 */
export function parseAccount(reply: unknown): Account | undefined {
  if (!isRecord(reply)) return undefined;
  const { issues = [], output } = v.safeParse(accountSchema, reply);
  const account = output as Container;
  const invalid = issues.map(({ message, path = [] }) => ({ message, keys: path.map(({ key }) => key) as Keys }));

  for (const { message, keys } of invalid) removeInvalid(account, keys, message);
  const received = redactReply(reply, account) as Record<string, Redacted>;
  const unsafe = findUnsafeKeys(reply, account, []);
  dropUndefined(account);

  const described = [...invalid, ...unsafe].map(({ message, keys }) => ({
    message,
    path: pathOf(keys),
    value: valueAt(received, keys),
  }));
  return {
    ...(account as Omit<Account, 'unexpectedValues' | 'unknownFields' | 'received'>),
    unexpectedValues: described.flatMap(({ message, path, value }) =>
      message === unknownKey ? [] : { path, received: value },
    ),
    unknownFields: described.flatMap(({ message, path, value }) => (message === unknownKey ? { path, value } : [])),
    received,
  };
}

/** `['services', 2, 'token']` as `services[2].token`. */
export function pathOf(keys: readonly unknown[]): string {
  return keys.map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index ? '.' : ''}${key}`)).join('');
}

function valueAt(tree: unknown, keys: readonly unknown[]): Redacted {
  return keys.reduce((node, key) => (node as Container)[key as string], tree) as Redacted;
}

/** Keys that the schema library passes over in silence, lest they change a prototype. Here they are keys like others. */
const unsafeKeys = ['__proto__', 'constructor', 'prototype'];

/** Where the reply has such a key and the schema describes the object that it stands in. */
function findUnsafeKeys(raw: unknown, understood: unknown, keys: Keys): SchemaIssue[] {
  if (Array.isArray(raw) && Array.isArray(understood)) {
    return raw.flatMap((item, index) => findUnsafeKeys(item, understood[index], [...keys, index]));
  }
  if (!isRecord(raw) || !isRecord(understood)) return [];
  const here = unsafeKeys.filter((key) => Object.hasOwn(raw, key) && !Object.hasOwn(understood, key));
  const inside = Object.entries(understood).flatMap(([key, value]) => findUnsafeKeys(raw[key], value, [...keys, key]));
  return [...here.map((key) => ({ message: unknownKey, keys: [...keys, key] })), ...inside];
}

/** Takes out what did not fit. In a list of objects an empty one stays in its place, so that its neighbours keep theirs. */
function removeInvalid(tree: Container, keys: Keys, message: string) {
  const parent = valueAt(tree, keys.slice(0, -1)) as unknown as Container;
  const key = keys.at(-1) ?? '';
  if (Array.isArray(parent)) parent[key as number] = message === notAnObject ? {} : undefined;
  else delete parent[key];
}

function dropUndefined(node: unknown): void {
  if (Array.isArray(node) && node.includes(undefined)) {
    const kept = node.filter((item) => item !== undefined);
    node.length = 0;
    for (const item of kept) node.push(item);
  }
  if (Array.isArray(node) || isRecord(node)) Object.values(node).forEach(dropUndefined);
}

/**
 * The reply as it came, seen through what was understood of it: what became a `Secret` stays one, and what was
 * not understood is concealed by name and shape.
 */
function redactReply(raw: unknown, understood: unknown, name = ''): Redacted {
  if (understood instanceof Secret) return understood;
  if (isRecord(raw) && isRecord(understood)) {
    const own = new Map(Object.entries(understood));
    return Object.fromEntries(Object.entries(raw).map(([key, value]) => [key, redactReply(value, own.get(key), key)]));
  }
  if (Array.isArray(raw) && Array.isArray(understood)) {
    return raw.map((value, index) => redactReply(value, understood[index]));
  }
  // A record that came from something else is the empty one that `drop` left.
  if (understood === undefined || isRecord(understood)) return redact(raw, name);
  return (typeof raw === 'object' && raw !== null ? understood : raw) as Redacted;
}
