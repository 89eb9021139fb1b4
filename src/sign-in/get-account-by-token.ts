import type { Account } from '../plex/account/account.ts';
import { getAccount } from '../plex/get-account.ts';
import type { PlexClient } from '../plex/http/client.ts';
import { sendUnlessWaiting } from '../plex/http/send-unless-waiting.ts';
import type { Secret } from '../plex/secrets/secret.ts';

/**
 * Gets the account of a token.
 *
 * @returns the account with this token in place of the one that plex.tv sent: sign-out has to end this one.
 * @throws PlexError when plex.tv sends no account, or asks to wait.
 */
export async function getAccountByToken(client: PlexClient, token: Secret): Promise<Account> {
  const account = await sendUnlessWaiting(client, 'account', () => getAccount(client, token));
  return { ...account, authToken: token };
}
