import * as v from 'valibot';
import { changeItems, changeValues } from '../http/change-values.ts';
import { isRecord } from '../http/is-record.ts';
import { credentialsIn, type SecretHider, secretHider } from '../secrets/hide-repeated-secrets.ts';
import { type Redacted, redact } from '../secrets/redact.ts';
import { Secret } from '../secrets/secret.ts';
import { notAnObject, unknownKey } from './reply-fields.ts';

type Container = Record<string | number, unknown>;
type Keys = (string | number)[];
type SchemaIssue = { message: string; keys: Keys };

/** A value that does not fit the schema. Secrets in `received` are hidden. */
export type UnexpectedValue = { path: string; received: Redacted };
/** A key that the schema does not name. Secrets in `value` are hidden. */
type UnknownField = { path: string; value: Redacted };

/** A reply as plex.tv sent it, beside its parsed values. */
export type ReceivedReply = {
  unexpectedValues: UnexpectedValue[];
  unknownFields: UnknownField[];
  /** The whole reply as sent, with its secrets hidden. */
  received: Record<string, Redacted>;
};

export type ParsedReply<Values> = ReceivedReply & { values: Values };

/** A reply whose texts may still repeat its credentials. Nothing may show it before `finishReply`. */
type ReadReply<Values> = {
  reply: Record<string, unknown>;
  values: Values;
  invalid: SchemaIssue[];
  redacted: Record<string, Redacted>;
  /** Whether a key may be unsafe. */
  hasUnsafeKey: boolean;
};

/**
 * Parses a reply by a schema of `reply-fields.ts`. Never throws: a value of the wrong type is dropped without its
 * neighbours and listed in `unexpectedValues`, and a key that the schema does not name is listed in `unknownFields`.
 */
export function parseReply<Values>(
  schema: v.GenericSchema<unknown, Values>,
  reply: Record<string, unknown>,
): ParsedReply<Values> {
  const read = readReply(schema, reply);
  return finishReply(read, secretHider(credentialsIn(read.redacted)));
}

/** The first step of `parseReply`, for a part of a reply: another part may hold the credential that this one repeats. */
export function readReply<Values>(
  schema: v.GenericSchema<unknown, Values>,
  reply: Record<string, unknown>,
): ReadReply<Values> {
  const { issues = [], output } = v.safeParse(schema, reply);
  const values = output as Container;
  const invalid = issues.map(({ message, path = [] }) => ({ message, keys: path.map(({ key }) => key) as Keys }));
  for (const { message, keys } of invalid) removeInvalid(values, keys, message);
  let hasUnsafeKey = false;
  const redacted = redactReply(reply, values, (key) => {
    hasUnsafeKey ||= unsafeKeys.includes(key);
  });
  return { reply, values: values as Values, invalid, redacted: redacted as Record<string, Redacted>, hasUnsafeKey };
}

/** The second step of `parseReply`: hides what repeats a credential, and lists what did not fit. */
export function finishReply<Values>(
  { reply, values: read, invalid, redacted, hasUnsafeKey }: ReadReply<Values>,
  hide: SecretHider,
): ParsedReply<Values> {
  const values = read as Container;
  const { received, repeated, keyOf } = hide(redacted);
  const unsafeTexts = repeated.flatMap((keys) => (hasValueAt(values, keys) ? { message: repeatedSecret, keys } : []));
  for (const { message, keys } of unsafeTexts) removeInvalid(values, keys, message);
  const unsafe = hasUnsafeKey ? findUnsafeKeys(reply, values, []) : [];
  dropUndefined(values);

  const issueDetails = [...invalid, ...unsafeTexts, ...unsafe].map(({ message, keys }) => {
    const shownKeys = keys.map(keyOf);
    return { message, path: pathOf(shownKeys), value: valueAt(received, shownKeys) };
  });
  return {
    values: read,
    unexpectedValues: issueDetails.flatMap(({ message, path, value }) =>
      message === unknownKey ? [] : { path, received: value },
    ),
    unknownFields: issueDetails.flatMap(({ message, path, value }) => (message === unknownKey ? { path, value } : [])),
    received,
  };
}

/** The issue for a text that repeats a credential of the reply. */
const repeatedSecret = 'repeats a secret';

function hasValueAt(tree: unknown, keys: Keys): boolean {
  return keys.reduce((node, key) => (node as Container | undefined)?.[key], tree) !== undefined;
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
function findUnsafeKeys(raw: unknown, parsed: unknown, keys: Keys, found: SchemaIssue[] = []): SchemaIssue[] {
  if (Array.isArray(raw) && Array.isArray(parsed)) {
    for (const [index, item] of raw.entries()) {
      if (isObject(item)) findUnsafeKeys(item, parsed[index], [...keys, index], found);
    }
  } else if (isRecord(raw) && isRecord(parsed)) {
    for (const key of unsafeKeys) {
      if (Object.hasOwn(raw, key) && !Object.hasOwn(parsed, key)) {
        found.push({ message: unknownKey, keys: [...keys, key] });
      }
    }
    for (const key of Object.keys(parsed)) {
      if (isObject(parsed[key])) findUnsafeKeys(raw[key], parsed[key], [...keys, key], found);
    }
  }
  return found;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
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
  if (!Array.isArray(node) && !isRecord(node)) return;
  for (const value of Object.values(node)) {
    if (isObject(value)) dropUndefined(value);
  }
}

/**
 * The reply as sent. Its secrets are those that the schema names; other values are redacted by name and shape. Parts
 * without a secret are the objects of the reply itself, so nothing may change them later.
 *
 * @param onKey called with each key of the objects that the schema describes.
 */
function redactReply(raw: unknown, parsed: unknown, onKey: (key: string) => void, name = ''): Redacted {
  if (parsed instanceof Secret) return parsed;
  if (isRecord(raw) && isRecord(parsed)) {
    const parsedValue = (key: string) => (Object.hasOwn(parsed, key) ? parsed[key] : undefined);
    return changeValues(raw, (value, key) => {
      onKey(key);
      return redactReply(value, parsedValue(key), onKey, key);
    }) as Redacted;
  }
  if (Array.isArray(raw) && Array.isArray(parsed)) {
    return changeItems(raw, (value, index) => redactReply(value, parsed[index], onKey)) as Redacted;
  }
  // `removeInvalid` puts an empty object in the place of an item that is not an object.
  if (parsed === undefined || isRecord(parsed)) return redact(raw, name);
  return (typeof raw === 'object' && raw !== null ? parsed : raw) as Redacted;
}
