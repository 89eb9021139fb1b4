import type { Account } from '../plex/account.ts';
import type { PlexClient } from '../plex/client.ts';
import { getAccount } from '../plex/get-account.ts';
import type { Secret } from '../plex/secret.ts';

/** The account that a token opens. It is signed in with this token, whatever plex.tv repeats: signing out is to end this one. */
export async function getAccountByToken(client: PlexClient, token: Secret): Promise<Account> {
  const account = await getAccount(client, token);
  return { ...account, authToken: token };
}
