import { isRecord } from './is-record.ts';
import { Secret } from './secret.ts';

/** JSON in which every string that looks like a secret is a `Secret`. */
export type Concealed = string | number | boolean | null | Secret | Concealed[] | { [key: string]: Concealed };

const secretName =
  /token|secret|passw|passphrase|credential|cookie|jwt|bearer|private|signature|(?:api|access)[-_]?key|^auth$|^pin$|^otp$|^queue/i;

const secretShapes = [
  /^ey[\w-]+\.[\w-]+\./, // a JWT
  /^(?=\S*\d)(?=\S*[a-z])[\w+/=~.-]{16,}$/i, // letters and digits in one run, as in keys and hashes
  /^(?=[a-z]*[A-Z])(?=[A-Z]*[a-z])[a-zA-Z]{20,}$/, // the rare token without a digit
  /:\/\/[^/\s]*@|[?&#][^=\s]*(?:token|secret|key|sig|auth|password)[^=\s]*=/i, // an address that carries one
];

const deepest = 40;

/**
 * Hides what looks like a secret in a value we have no schema for, at any depth: by the name it came under,
 * or by the shape of the text. JSON inside a string (as in plex.tv's `settings[].value`) is hidden whole
 * when any part of it would be. What lies deeper than 40 levels is left out.
 */
export function conceal(value: unknown, name = '', depth = 0): Concealed {
  if (depth > deepest) return '…';
  if (Array.isArray(value)) return value.map((item) => conceal(item, name, depth + 1));
  if (isRecord(value)) {
    const inherited = secretName.test(name);
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, conceal(item, inherited ? name : key, depth + 1)]),
    );
  }
  if (typeof value === 'string') return looksSecret(value, name) ? new Secret(value) : value;
  if (typeof value === 'number') return secretName.test(name) ? new Secret(String(value)) : value;
  return value === null || typeof value === 'boolean' ? value : String(value);
}

function looksSecret(text: string, name: string): boolean {
  if (text === '') return false;
  return secretName.test(name) || secretShapes.some((shape) => shape.test(text)) || holdsSecretJson(text);
}

function holdsSecretJson(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false;
  try {
    return holdsSecret(conceal(JSON.parse(text)));
  } catch {
    return false;
  }
}

function holdsSecret(value: Concealed): boolean {
  if (value instanceof Secret) return true;
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsSecret);
}
