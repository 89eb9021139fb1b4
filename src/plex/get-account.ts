import type { Account } from './account/account.ts';
import { readAccount } from './account/read-account.ts';
import type { PlexClient } from './http/client.ts';
import { type Call, request } from './http/request.ts';
import type { Secret } from './secrets/secret.ts';

/** The request for the current account. It asks for the lists that plex.tv otherwise leaves out. */
export function accountCall(token: Secret, signal?: AbortSignal): Call {
  return { purpose: 'account', method: 'GET', path: '/user?includeSubscriptions=1', token, signal };
}

/**
 * `GET /user`: gets the current account. It asks for `subscriptions`, `pastSubscriptions` and `trials`, which plex.tv
 * otherwise leaves out.
 *
 * @param onReply gets the unparsed JSON once it is known to be an account.
 * @throws PlexError, with `endsSession` when the token is dead; the signal's own reason when the caller aborted.
 */
export async function getAccount(
  client: PlexClient,
  token: Secret,
  signal?: AbortSignal,
  onReply?: (reply: unknown) => void,
): Promise<Account> {
  const reply = request(client, accountCall(token, signal));
  const account = await readAccount(reply);
  onReply?.(await reply);
  return account;
}
