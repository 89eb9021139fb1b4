import type { Account } from '../plex/account/account.ts';
import { parseAccount } from '../plex/account/parse-account.ts';

/** The account that `parseAccount` returns for a reply. */
export function accountFrom(reply: object): Account {
  const account = parseAccount(reply);
  if (!account) throw new Error('parseAccount returned no account');
  return account;
}
