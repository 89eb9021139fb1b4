import { isRecord } from '../http/is-record.ts';
import { credentialsIn, credentialsInLists, type SecretHider, secretHider } from '../secrets/hide-repeated-secrets.ts';
import { yieldToBrowser } from '../yield-to-browser.ts';
import { type Account, accountSchema } from './account.ts';
import { joinParts } from './join-parts.ts';
import { type AccountValues, toAccount } from './parse-account.ts';
import { finishReply, type ParsedReply, parseReply, readReply } from './parse-reply.ts';
import { recordLists, unwrapLists } from './unwrap-lists.ts';

/** Records to read at a time. A processor slowed down four times reads them in less than 50 ms. */
const maxRecordsAtOnce = 200;

type Lists = Record<string, unknown[] | undefined>;

/**
 * Parses an account like `parseAccount`, but leaves out lists of more than 200 records, so that the page can show who
 * has signed in. `readLongLists` of the account then reads them in parts, and lets the browser draw and react in between.
 * It goes on to the end, and gives the same result each time.
 */
export function beginAccount(reply: unknown): Account | undefined {
  if (!isRecord(reply)) return undefined;
  const { reply: unwrapped, wrappedLists } = unwrapLists(reply);
  const longLists = recordLists.flatMap((name): [string, unknown[]][] => {
    const list = unwrapped[name];
    return Array.isArray(list) && list.length > maxRecordsAtOnce ? [[name, list]] : [];
  });
  const readAtOnce = () => toAccount(parseReply(accountSchema, unwrapped), wrappedLists);
  if (longLists.length === 0) return readAtOnce();

  const withoutLists = Object.fromEntries(longLists.map(([name]) => [name, null]));
  const read = readReply(accountSchema, { ...unwrapped, ...withoutLists });
  const credentials = credentialsInLists(longLists.map(([, list]) => list));
  for (const credential of credentialsIn(read.redacted)) credentials.add(credential);
  const hide = secretHider(credentials);
  const begun = finishReply(read, hide);
  // A credential may be the name of a list, which is then hidden.
  if (longLists.some(([name]) => !(name in begun.received))) return readAtOnce();

  const readLongLists = once(async () => toAccount(await readLists(longLists, begun, hide), wrappedLists));
  return { ...toAccount(begun, {}), readLongLists };
}

/** Calls a function only once, and then forgets it: an account lives long, and `read` holds the credentials of the lists. */
function once<Result>(read: () => Result): () => Result {
  let first: (() => Result) | undefined = read;
  let result: Result;
  return () => {
    if (first) result = first();
    first = undefined;
    return result;
  };
}

/** Adds lists to a reply that was parsed without them. */
async function readLists(
  lists: readonly [name: string, list: unknown[]][],
  parsed: ParsedReply<AccountValues>,
  hide: SecretHider,
): Promise<ParsedReply<AccountValues>> {
  const whole = { ...parsed };
  for (const [name, list] of lists) {
    const parts = await readInParts(name, list, hide);
    const { received, unexpectedValues, unknownFields } = joinParts(name, parts);
    whole.values = { ...whole.values, [name]: parts.flatMap(({ values }) => (values as Lists)[name] ?? []) };
    whole.received = { ...whole.received, [name]: received };
    whole.unexpectedValues = [...whole.unexpectedValues, ...unexpectedValues];
    whole.unknownFields = [...whole.unknownFields, ...unknownFields];
  }
  return whole;
}

async function readInParts(name: string, list: unknown[], hide: SecretHider): Promise<ParsedReply<AccountValues>[]> {
  const parts: ParsedReply<AccountValues>[] = [];
  for (let from = 0; from < list.length; from += maxRecordsAtOnce) {
    await yieldToBrowser();
    const part = { [name]: list.slice(from, from + maxRecordsAtOnce) };
    parts.push(finishReply(readReply(accountSchema, part), hide));
  }
  return parts;
}
