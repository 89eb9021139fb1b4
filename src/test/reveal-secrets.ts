import { Secret } from '../plex/secrets/secret.ts';

/** Replaces every `Secret` by `{ secret: 'its text' }`, because `toEqual` cannot compare secrets. */
export function revealSecrets(value: unknown): unknown {
  if (value instanceof Secret) return { secret: value.reveal() };
  if (Array.isArray(value)) return value.map(revealSecrets);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, revealSecrets(item)]));
}
