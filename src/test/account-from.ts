import type { Account } from '../plex/account.ts';
import { parseAccount } from '../plex/parse-account.ts';

/** The account that is read from a reply. */
export function accountFrom(reply: object): Account {
  const account = parseAccount(reply);
  if (!account) throw new Error('no account came back');
  return account;
}
