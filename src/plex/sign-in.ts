import type { Account } from './account/account.ts';
import { readAccount } from './account/read-account.ts';
import { PlexError } from './errors/plex-error.ts';
import type { PlexClient } from './http/client.ts';
import { request } from './http/request.ts';
import { sendUnlessWaiting } from './http/send-unless-waiting.ts';
import { isCode, normalizeCode } from './verification-code.ts';

export type Credentials = {
  /** E-mail address or username. Spaces at both ends are removed. */
  login: string;
  /** Sent exactly as typed. */
  password: string;
  rememberMe: boolean;
  /** Set after plex.tv has asked for it (code 1029). As typed: it is normalized. */
  verificationCode?: string | undefined;
};

/**
 * `POST /users/signin`: signs in. plex.tv answers 201 (200 in older material) with the account and its lists of
 * subscriptions. It is never retried automatically, because plex.tv counts failures and locks the account.
 *
 * @throws PlexError for every failure; without a request `notACode` when the verification code cannot be one, and
 * `rateLimited` while plex.tv asks to wait; the signal's own reason when the caller aborted.
 */
export async function signIn(client: PlexClient, credentials: Credentials, signal?: AbortSignal): Promise<Account> {
  const { login, password, rememberMe, verificationCode: typedCode } = credentials;
  const verificationCode = normalizeCode(typedCode ?? '');
  if (typedCode && !isCode(verificationCode)) throw new PlexError('notACode');
  const form = { login: login.trim(), password, rememberMe: String(rememberMe) };
  const send = () =>
    request(client, {
      purpose: 'sign-in',
      method: 'POST',
      path: '/users/signin',
      form: verificationCode ? { ...form, verificationCode } : form,
      signal,
    });
  return readAccount(sendUnlessWaiting(client, 'sign-in', send));
}
