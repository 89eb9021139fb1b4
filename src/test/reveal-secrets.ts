import { Secret } from '../plex/secret.ts';

/** What a test compares, for all secrets are equal from outside: every `Secret` as `{ secret: 'its text' }`. */
export function revealSecrets(value: unknown): unknown {
  if (value instanceof Secret) return { secret: value.reveal() };
  if (Array.isArray(value)) return value.map(revealSecrets);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, revealSecrets(item)]));
}
