/**
 * Every secret in a reply: what stands under a key that is named as one, and every text that has the shape of one (long,
 * with a digit, without a space), also in JSON inside a string.
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
