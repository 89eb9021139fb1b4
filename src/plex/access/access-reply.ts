import type * as v from 'valibot';
import { finishReply, type ParsedReply, parseReply, type ReceivedReply, readReply } from '../account/parse-reply.ts';
import { PlexError } from '../errors/plex-error.ts';
import { isRecord } from '../http/is-record.ts';
import { credentialsIn, secretHider } from '../secrets/hide-repeated-secrets.ts';
import type { Redacted } from '../secrets/redact.ts';
import { hiddenText, Secret } from '../secrets/secret.ts';

/** A parsed reply about access to the account: its data, beside the reply as sent. */
export type AccessReply<Data> = ReceivedReply & { data: Data };

/** The values of one object of a reply: null for every key that is missing, empty or of the wrong type. */
export type WithAllKeys<Entries extends v.ObjectEntries> = {
  -readonly [Key in keyof Entries]: v.InferOutput<Entries[Key]> | null;
};

/** The parsed object with every key of the schema. A missing key and "" become null: plex.tv sends "" for no value. */
export function withAllKeys<const Entries extends v.ObjectEntries>(
  entries: Entries,
  parsed: { readonly [Key in keyof Entries]?: unknown } | null | undefined,
): WithAllKeys<Entries> {
  const valueAt = (key: string) => (parsed?.[key] === '' ? null : (parsed?.[key] ?? null));
  return Object.fromEntries(Object.keys(entries).map((key) => [key, valueAt(key)])) as WithAllKeys<Entries>;
}

/** The items of a list that have at least one value. An item that was not an object has become `{}`. */
export function itemsOf<Item extends object>(list: readonly Item[] | null | undefined): Item[] {
  return (list ?? []).filter((item) => Object.keys(item).length > 0);
}

/**
 * Parses a reply about access. Such replies hold credentials of other devices and people. The relay removes them, and
 * this function removes them again: it drops every secret that the schema does not name.
 *
 * @param reply the object that plex.tv sent. A list has to be put under a key.
 * @param toData makes the data from the parsed values. Only credentials in the data stay, as `Secret`.
 * @throws PlexError `notJson` when the reply is not an object.
 */
export function readAccessReply<Values, Data>(
  schema: v.GenericSchema<unknown, Values>,
  reply: unknown,
  toData: (values: Values) => Data,
): AccessReply<Data> {
  if (!isRecord(reply)) throw new PlexError('notJson');
  return cleanReply(parseReply(schema, reply), toData);
}

/**
 * Parses a part of a long reply.
 *
 * @returns undefined when the part holds a credential: another part may repeat it, so they have to be parsed as one.
 */
export function readPartOfReply<Values, Data>(
  schema: v.GenericSchema<unknown, Values>,
  part: Record<string, unknown>,
  toData: (values: Values) => Data,
): AccessReply<Data> | undefined {
  const read = readReply(schema, part);
  const credentials = credentialsIn(read.redacted);
  return credentials.size > 0 ? undefined : cleanReply(finishReply(read, secretHider(credentials)), toData);
}

function cleanReply<Values, Data>(
  { values, unexpectedValues, unknownFields, received }: ParsedReply<Values>,
  toData: (values: Values) => Data,
): AccessReply<Data> {
  const data = toData(values);
  const ownSecrets = new Set<Secret>();
  collectSecrets(data, ownSecrets);
  const clean = (value: Redacted): Redacted | undefined => withoutSecrets(value, ownSecrets);
  return {
    data,
    received: (clean(received) ?? {}) as Record<string, Redacted>,
    unexpectedValues: unexpectedValues.map(({ path, received: value }) => ({
      path,
      received: clean(value) ?? hiddenText,
    })),
    unknownFields: unknownFields.flatMap(({ path, value }) => {
      const cleaned = clean(value);
      return cleaned === undefined ? [] : { path, value: cleaned };
    }),
  };
}

function collectSecrets(node: unknown, found: Set<Secret>): void {
  if (node instanceof Secret) found.add(node);
  else if (Array.isArray(node) || isRecord(node)) for (const item of Object.values(node)) collectSecrets(item, found);
}

/** Removes the secrets that are not the account's own. Undefined when nothing is left of the value. */
function withoutSecrets(value: Redacted, own: ReadonlySet<Secret>): Redacted | undefined {
  if (value instanceof Secret) return own.has(value) ? value : undefined;
  if (Array.isArray(value)) return value.map((item) => withoutSecrets(item, own)).filter((item) => item !== undefined);
  if (!isRecord(value)) return value;
  const entries = Object.entries(value).flatMap(([key, item]): [string, Redacted][] => {
    const cleaned = withoutSecrets(item, own);
    return cleaned === undefined ? [] : [[key, cleaned]];
  });
  return Object.fromEntries(entries);
}

/** Puts the list of a reply under a key. @throws PlexError `notJson` when the reply is not a list. */
export function listUnder<const Key extends string>(key: Key, reply: unknown): { [K in Key]: unknown[] } {
  if (!Array.isArray(reply)) throw new PlexError('notJson');
  return { [key]: reply } as { [K in Key]: unknown[] };
}
