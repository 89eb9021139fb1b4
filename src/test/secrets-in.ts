/**
 * Every secret in a reply: the values below a secret name, and every text with the shape of a secret (long, with a
 * digit, without a space). It also looks into JSON inside a string.
 */
export function secretsIn(value: unknown, key = ''): string[] {
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([name, item]) => secretsIn(item, Array.isArray(value) ? key : name));
  }
  const inner = parsed(value);
  if (inner !== undefined) return secretsIn(inner, key);
  const isNamed = /token|secret|^pin$|^queue/i.test(key) && typeof value !== 'boolean' && value !== null;
  const isShaped = key !== 'features' && /^(?=.*\d)[\w.-]{20,}$/.test(String(value));
  return value !== '' && (isNamed || isShaped) ? [String(value)] : [];
}

function parsed(value: unknown): unknown {
  if (typeof value !== 'string' || !/^[[{"]/.test(value)) return undefined;
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}
