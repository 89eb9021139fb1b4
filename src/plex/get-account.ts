import type { Account } from './account.ts';
import type { PlexClient } from './client.ts';
import { readAccount } from './read-account.ts';
import { request } from './request.ts';
import type { Secret } from './secret.ts';

/**
 * `GET /user`: the account as it is now. plex.tv leaves out `subscriptions`, `pastSubscriptions` and `trials` unless
 * asked for them. `onReply` gets the account as plex.tv wrote it, once it is known to be one.
 *
 * @throws PlexError, with `endsSession` when the token is dead.
 */
export async function getAccount(
  client: PlexClient,
  token: Secret,
  signal?: AbortSignal,
  onReply?: (reply: unknown) => void,
): Promise<Account> {
  const reply = request(client, {
    purpose: 'account',
    method: 'GET',
    path: '/user?includeSubscriptions=1',
    token,
    signal,
  });
  const account = await readAccount(reply);
  onReply?.(await reply);
  return account;
}
