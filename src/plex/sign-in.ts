import type { Account } from './account.ts';
import type { PlexClient } from './client.ts';
import { readAccount } from './read-account.ts';
import { request } from './request.ts';

export type Credentials = {
  /** E-mail or username; outer blanks are dropped. */
  login: string;
  /** Sent exactly as it is. */
  password: string;
  rememberMe: boolean;
  /** Only once plex.tv has asked for it (code 1029). */
  verificationCode?: string | undefined;
};

/**
 * `POST /users/signin`. plex.tv answers 201 with the account, lists of subscriptions included (200 in older material).
 * Never tried twice by itself: plex.tv counts failures and locks.
 *
 * @throws PlexError
 */
export async function signIn(client: PlexClient, credentials: Credentials, signal?: AbortSignal): Promise<Account> {
  const { login, password, rememberMe, verificationCode } = credentials;
  const form = { login: login.trim(), password, rememberMe: String(rememberMe) };
  const reply = request(client, {
    purpose: 'sign-in',
    method: 'POST',
    path: '/users/signin',
    form: verificationCode ? { ...form, verificationCode } : form,
    signal,
  });
  return readAccount(reply);
}
