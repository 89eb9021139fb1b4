import type { Account } from '../../plex/account/account.ts';
import type { PlexClient } from '../../plex/http/client.ts';
import type { Secret } from '../../plex/secrets/secret.ts';
import type { NewSignIn } from '../session.ts';
import { endTokenUnlessUsed } from './share-token.ts';

/**
 * Ends a token that the person no longer waits for, unless another session of this browser uses it now. Errors are
 * ignored: nobody waits for the result.
 *
 * @param account the account of the token, if it is known; otherwise plex.tv is asked for it.
 */
export async function endUnusedToken(
  client: PlexClient,
  token: Secret | null | undefined,
  account?: Account,
): Promise<void> {
  if (token) await endTokenUnlessUsed(client, token, account);
}

/** Ends the token of a sign-in that is not shown. A pasted token stays alive for the program that it came from. */
export async function endUnusedSignIn(client: PlexClient, { account, details }: NewSignIn): Promise<void> {
  if (details.method !== 'token') await endUnusedToken(client, account.authToken, account);
}
