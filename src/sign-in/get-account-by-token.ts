import type { Account } from '../plex/account.ts';
import type { PlexClient } from '../plex/client.ts';
import { getAccount } from '../plex/get-account.ts';
import type { Secret } from '../plex/secret.ts';
import { sendUnlessHeld } from '../plex/send-unless-held.ts';

/**
 * Gets the account of a token.
 *
 * @returns the account with this token, even if plex.tv sends none or another: signing out has to end this one.
 * @throws PlexError when plex.tv sends no account, or asks to wait.
 */
export async function getAccountByToken(client: PlexClient, token: Secret): Promise<Account> {
  const account = await sendUnlessHeld(client, 'account', () => getAccount(client, token));
  return { ...account, authToken: token };
}
