import type { Redacted } from '../../plex/redact.ts';
import { Secret } from '../../plex/secret.ts';
import type { FactValue } from '../../ui/facts.tsx';

/** A value as plex.tv wrote it: text as it is, secrets hidden, anything with parts as JSON. */
export function asReceived(value: Redacted): FactValue {
  if (value instanceof Secret) return hiddenSecret(value);
  if (value === null) return { text: 'null', isEmpty: true };
  if (value === '') return { text: '""', isEmpty: true };
  // JSON has no word for what a number too large for it (1e400) is read as.
  return { text: typeof value === 'object' ? JSON.stringify(value) : String(value) };
}

export function hiddenSecret(secret: Secret): FactValue {
  return { text: 'Hidden', reveal: () => secret.reveal() };
}

/** Nobody needs the hash of a Home PIN, and whoever has it can find the PIN: it is never shown. */
export const hiddenPinHash: FactValue = { text: 'Set, never shown' };
