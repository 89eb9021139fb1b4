import { isRecord } from '../http/is-record.ts';
import { containsJwt } from './is-jwt.ts';
import { Secret } from './secret.ts';

/** JSON in which every text that looks like a secret is a `Secret`. */
export type Redacted = string | number | boolean | null | Secret | Redacted[] | { [key: string]: Redacted };

const secretName =
  /token|secret|passw|passphrase|credential|cookie|jwt|bearer|private|signature|(?:api|access)[-_]?key|recovery|backup[-_]?code|seed$|totp|mfa|^session|^sid$|^auth$|^basic$|pin$|^otp$|^code$|^hash$|^queue/i;

/** Whether the value of a key with this name is a secret. */
export function isSecretName(name: string): boolean {
  return secretName.test(name);
}

/** A URL that contains a credential. */
const credentialShapes = [
  // The limits of 40 keep a long hostile text from taking minutes.
  /:\/\/[^/\s]*@|[?&#][^?&#=\s]{0,40}(?:token|secret|key|sig|auth|password)[^?&#=\s]{0,40}=/i,
];

const randomShapes = [
  /^(?=\S*\d)(?=\S*[a-z])[\w+/=~.-]{16,}$/i, // letters and digits without a space, as in keys and hashes
  /^(?=[a-z]*[A-Z])(?=[A-Z]*[a-z])[a-zA-Z]{20,}$/, // the rare token without a digit
];

const maxDepth = 40;
const tooDeep = '…';

/**
 * Hides secrets at any depth of a value that has no schema. A text is a secret by its name or by its shape. JSON inside
 * a string (as in plex.tv's `settings[].value`) is hidden as a whole when a part of it is a secret. Values deeper
 * than 40 levels are left out.
 *
 * @param name the key that holds the value.
 */
export function redact(value: unknown, name = '', depth = 0): Redacted {
  if (depth > maxDepth) return tooDeep;
  if (Array.isArray(value)) return value.map((item) => redact(item, name, depth + 1));
  if (isRecord(value)) {
    // Below a secret name the keys may be secrets too. Only the values stay, as a list.
    if (secretName.test(name)) return redact(Object.values(value), name, depth);
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, redact(item, key, depth + 1)]));
  }
  if (typeof value === 'string') return looksSecret(value, name) ? new Secret(value) : value;
  if (typeof value === 'number' && secretName.test(name)) return new Secret(String(value));
  if (Number.isFinite(value)) return value as number; // JSON.parse reads 1e400 as Infinity, which becomes text below.
  return value === null || typeof value === 'boolean' ? value : String(value);
}

/**
 * Whether a text contains a credential: a JWT, a URL with one, or JSON with one. Random characters alone do not count,
 * because the schema also has ids, names and feature names.
 */
export function hasCredential(text: string): boolean {
  return (
    credentialShapes.some((shape) => shape.test(text)) ||
    containsJwt(text) ||
    // A text in quotation marks is also JSON, but it is usually a name.
    (isSecretJson(text) && !/^\s*"[^"]*"\s*$/.test(text))
  );
}

function looksSecret(text: string, name: string): boolean {
  if (text === '') return false;
  if (secretName.test(name) || randomShapes.some((shape) => shape.test(text))) return true;
  return hasCredential(text) || isSecretJson(text);
}

function isSecretJson(text: string): boolean {
  if (!/^\s*[[{"]/.test(text)) return false;
  try {
    return hasSecret(redact(JSON.parse(text)));
  } catch {
    return false;
  }
}

function hasSecret(value: Redacted): boolean {
  if (value instanceof Secret || value === tooDeep) return true;
  return typeof value === 'object' && value !== null && Object.values(value).some(hasSecret);
}
