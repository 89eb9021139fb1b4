import type { Redacted } from '../../plex/secrets/redact.ts';
import { Secret } from '../../plex/secrets/secret.ts';
import type { FactValue } from '../../ui/facts.tsx';

/** A value as plex.tv wrote it: text unchanged, secrets hidden, lists and objects as JSON. */
export function asReceived(value: Redacted): FactValue {
  if (value instanceof Secret) return hiddenSecret(value);
  if (value === null) return { text: 'null', isEmpty: true };
  if (value === '') return { text: '""', isEmpty: true };
  // JSON would write a number that is too large (1e400) as null.
  return { text: typeof value === 'object' ? JSON.stringify(value) : String(value) };
}

/** The same, but "None" for an empty list or object. */
export function asReceivedOrNone(value: Redacted): FactValue {
  const isEmpty = typeof value === 'object' && ['[]', '{}'].includes(JSON.stringify(value));
  return isEmpty ? { text: 'None', isEmpty } : asReceived(value);
}

export function hiddenSecret(secret: Secret): FactValue {
  return { text: 'Hidden', reveal: () => secret.reveal() };
}

/** The hash of a Home PIN is never shown: it has no use, and the PIN can be computed from it. */
export const hiddenPinHash: FactValue = { text: 'Set, never shown' };
