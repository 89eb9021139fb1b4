import type { Account } from '../plex/account.ts';
import type { PlexClient } from '../plex/client.ts';
import type { Secret } from '../plex/secret.ts';

/**
 * Ends a token that the person no longer waits for, unless another session of this browser uses it now. Errors are
 * ignored: nobody waits for the result. The code loads when it is needed.
 *
 * @param account the account of the token, if it is known; otherwise plex.tv is asked for it.
 */
export async function releaseToken(
  client: PlexClient,
  token: Secret | null | undefined,
  account?: Account,
): Promise<void> {
  if (!token) return;
  const loaded = await import('./share-token.ts').catch(() => undefined);
  await loaded?.endUnusedToken(client, token, account);
}
