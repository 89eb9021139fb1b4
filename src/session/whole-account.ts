import type { Account } from '../plex/account/account.ts';

/**
 * Reads the long lists of an account, for one that takes the place of an account on screen. The source is `beginAccount`.
 *
 * @returns the whole account; if a fault of this page stops the reading, the account as it is. `useLongLists` then reports
 *   the fault.
 */
export async function wholeAccount(account: Account): Promise<Account> {
  return account.readLongLists ? account.readLongLists().catch(() => account) : account;
}
