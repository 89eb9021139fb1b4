import { isRecord } from '../http/is-record.ts';
import type { Redacted } from '../secrets/redact.ts';
import { type Account, accountSchema } from './account.ts';
import { type ParsedReply, parseReply } from './parse-reply.ts';
import { unwrapLists } from './unwrap-lists.ts';

export type AccountValues = Omit<Account, keyof ParsedReply<unknown> | 'wrappedLists' | 'readLongLists'>;
type WrappedLists = Account['wrappedLists'];

/**
 * Parses an account. Never throws: a value of the wrong type is dropped without its neighbours and listed in
 * `unexpectedValues`, and a key that the schema does not name is listed in `unknownFields`.
 *
 * @returns undefined when the reply is not an object.
 */
export function parseAccount(reply: unknown): Account | undefined {
  if (!isRecord(reply)) return undefined;
  const { reply: unwrapped, wrappedLists } = unwrapLists(reply);
  return toAccount(parseReply(accountSchema, unwrapped), wrappedLists);
}

/** The account of a parsed reply. `received` gets its lists back in the form in which plex.tv sent them. */
export function toAccount(
  { values, unexpectedValues, unknownFields, received }: ParsedReply<AccountValues>,
  wrappedLists: WrappedLists,
): Account {
  return { ...values, unexpectedValues, unknownFields, received: wrapLists(received, wrappedLists), wrappedLists };
}

/** Puts the lists back into the objects in which plex.tv sent them. */
function wrapLists(received: Record<string, Redacted>, wrappedLists: WrappedLists): Record<string, Redacted> {
  const wrapped = Object.entries(wrappedLists).map(([from, to]): [string, Redacted] => {
    const [path = '', isOneItem] = from.split('[');
    const list = received[path] ?? null;
    const inner = isOneItem && Array.isArray(list) ? (list[0] ?? null) : list;
    return [path, Object.fromEntries([[to.slice(path.length + 1), inner]])];
  });
  return { ...received, ...Object.fromEntries(wrapped) };
}
