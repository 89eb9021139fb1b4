import { isRecord } from './is-record.ts';
import { Secret } from './secret.ts';

/** JSON in which every string that looks like a secret is a `Secret`. */
export type Redacted = string | number | boolean | null | Secret | Redacted[] | { [key: string]: Redacted };

const secretName =
  /token|secret|passw|passphrase|credential|cookie|jwt|bearer|private|signature|(?:api|access)[-_]?key|recovery|backup[-_]?code|seed$|totp|mfa|^session|^sid$|^auth$|^basic$|pin$|^otp$|^code$|^hash$|^queue/i;

/** A JWT, also after "Bearer", and an address that carries a credential. */
const credentialShapes = [
  /(?:^|[^\w-])ey[\w-]+\.[\w-]+\./,
  // The bounds keep a long hostile text from taking minutes.
  /:\/\/[^/\s]*@|[?&#][^?&#=\s]{0,40}(?:token|secret|key|sig|auth|password)[^?&#=\s]{0,40}=/i,
];

const secretShapes = [
  ...credentialShapes,
  /^(?=\S*\d)(?=\S*[a-z])[\w+/=~.-]{16,}$/i, // letters and digits in one run, as in keys and hashes
  /^(?=[a-z]*[A-Z])(?=[A-Z]*[a-z])[a-zA-Z]{20,}$/, // the rare token without a digit
];

const maxDepth = 40;
const tooDeep = '…';

/**
 * Hides what looks like a secret in a value we have no schema for, at any depth: by the name it came under,
 * or by the shape of the text. JSON inside a string (as in plex.tv's `settings[].value`) is hidden whole
 * when any part of it would be. What lies deeper than 40 levels is left out.
 */
export function redact(value: unknown, name = '', depth = 0): Redacted {
  if (depth > maxDepth) return tooDeep;
  if (Array.isArray(value)) return value.map((item) => redact(item, name, depth + 1));
  if (isRecord(value)) {
    // Under a secret's name the keys may be the secret as well: what is in it remains, as a list.
    if (secretName.test(name)) return redact(Object.values(value), name, depth);
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, redact(item, key, depth + 1)]));
  }
  if (typeof value === 'string') return looksSecret(value, name) ? new Secret(value) : value;
  if (typeof value === 'number' && secretName.test(name)) return new Secret(String(value));
  if (Number.isFinite(value)) return value as number; // 1e400 is read as infinite, which JSON would write as null
  return value === null || typeof value === 'boolean' ? value : String(value);
}

/**
 * Whether a text holds a credential, wherever it stands: a JWT, an address with one, or JSON with one. That a text merely
 * looks random does not count: in known places ids and names of features do, too.
 */
export function hasCredential(text: string): boolean {
  return credentialShapes.some((shape) => shape.test(text)) || isSecretJson(text);
}

function looksSecret(text: string, name: string): boolean {
  if (text === '') return false;
  return secretName.test(name) || secretShapes.some((shape) => shape.test(text)) || isSecretJson(text);
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
