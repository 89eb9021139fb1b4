import type { Secret } from '../../plex/secret.ts';

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
