import { PlexError } from '../errors/plex-error.ts';
import type { Account } from './account.ts';

/** Every reply seen has at least one of these keys. JSON without any of them, such as a proxy's, is not an account. */
const identityKeys: (keyof Account)[] = ['id', 'uuid', 'title', 'username', 'email', 'authToken'];

/**
 * Waits for a reply and parses the account in it, without its long lists: see `beginAccount`. The schema is loaded during
 * the request, because the page starts without it.
 *
 * @throws PlexError: that of the request; `notAnAccount` when the reply is not an object with a key that identifies an
 * account; `loadFailed` when the schema cannot be loaded.
 */
export async function readAccount(reply: Promise<unknown>): Promise<Account> {
  const schemaModule = import('./begin-account.ts').catch(() => undefined);
  const json = await reply; // First, so that an error of the request wins over one of the import.
  const schema = await schemaModule;
  if (!schema) throw new PlexError('loadFailed');
  const account = schema.beginAccount(json);
  if (!account || !identityKeys.some((key) => key in account.received)) throw new PlexError('notAnAccount');
  return account;
}
