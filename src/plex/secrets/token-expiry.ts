import type { Account } from '../account/account.ts';
import type { Secret } from './secret.ts';

/**
 * The `exp` claim (seconds) of a token that is a JSON Web Token. Undefined for plex.tv's older tokens of 20 characters.
 * The signature is not checked: the date is only for display.
 */
export function tokenExpiry(token: Secret | null | undefined): Date | undefined {
  const [, claims, signature] = token?.reveal().split('.') ?? [];
  if (!claims || signature === undefined) return undefined;
  try {
    const { exp } = JSON.parse(atob(claims.replaceAll('-', '+').replaceAll('_', '/')));
    const expiry = new Date(typeof exp === 'number' ? exp * 1000 : Number.NaN);
    return Number.isNaN(expiry.getTime()) ? undefined : expiry;
  } catch {
    return undefined;
  }
}

/**
 * When plex.tv ends a sign-in: the earlier of `rememberExpiresAt` and the token's own end. A JSON Web Token lasts 7
 * days, even if `rememberExpiresAt` is later (other clients, 2026). The date may be implausible.
 *
 * @returns null when plex.tv set no end, undefined when it sent none that can be read.
 */
export function signInExpiry(account: Pick<Account, 'rememberExpiresAt' | 'authToken'>): Date | null | undefined {
  const { rememberExpiresAt, authToken } = account;
  const tokenEnd = tokenExpiry(authToken);
  if (!rememberExpiresAt || !tokenEnd) return tokenEnd ?? rememberExpiresAt;
  return tokenEnd < rememberExpiresAt ? tokenEnd : rememberExpiresAt;
}
