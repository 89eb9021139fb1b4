import type { Account } from './account.ts';
import { PlexError } from './plex-error.ts';

/** At least one of these was in every reply seen; an answer without any, such as a proxy's own JSON, is no account. */
const namesSomebody: (keyof Account)[] = ['id', 'uuid', 'title', 'username', 'email', 'authToken'];

/**
 * Waits for a reply and reads the account in it. The schema is fetched meanwhile, not with the page: nobody needs it
 * before there is an account.
 *
 * @throws PlexError of the request; `notAnAccount` when the reply is no object, or one that names nobody; `loadFailed` when the schema could not
 * be fetched.
 */
export async function readAccount(reply: Promise<unknown>): Promise<Account> {
  const fetching = import('./parse-account.ts').catch(() => undefined);
  const json = await reply; // first: what it has to say matters more than a missing schema
  const schema = await fetching;
  if (!schema) throw new PlexError('loadFailed');
  const account = schema.parseAccount(json);
  if (!account || !namesSomebody.some((key) => key in account.received)) throw new PlexError('notAnAccount');
  return account;
}
