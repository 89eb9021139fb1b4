import type { Account } from '../plex/account/account.ts';

/** The account with its long lists: see `beginAccount`. For an account that takes the place of one on screen. */
export async function wholeAccount(account: Account): Promise<Account> {
  return account.readLongLists ? account.readLongLists() : account;
}
