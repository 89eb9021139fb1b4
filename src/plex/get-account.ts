import type { Account } from './account.ts';
import type { PlexClient } from './client.ts';
import { readAccount } from './read-account.ts';
import { request } from './request.ts';
import type { Secret } from './secret.ts';

/**
 * `GET /user`: the account as it is now. plex.tv leaves out `subscriptions`, `pastSubscriptions` and `trials` unless
 * asked for them.
 *
 * @throws PlexError, with `endsSession` when the token is dead.
 */
export async function getAccount(client: PlexClient, token: Secret, signal?: AbortSignal): Promise<Account> {
  const reply = request(client, {
    purpose: 'account',
    method: 'GET',
    path: '/user?includeSubscriptions=1',
    token,
    signal,
  });
  return readAccount(reply);
}
