/** The characters of plex.tv's tokens. */
export const tokenAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * A fake credential with the look of plex.tv's (20 characters). The same seed gives the same credential, so it stays the
 * same after a refresh. It is computed, so that the source code holds no text that looks like a secret.
 */
export function inventedSecret(seed: string, length = 20, alphabet = tokenAlphabet): string {
  let state = 2166136261;
  for (const character of seed) state = Math.imul(state ^ character.charCodeAt(0), 16777619);
  const nextCharacter = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return alphabet.charAt((state >>> 0) % alphabet.length);
  };
  return Array.from({ length }, nextCharacter).join('');
}

/** 40 hexadecimal digits, the format of a stored Home PIN. */
export function inventedHash(seed: string): string {
  return inventedSecret(seed, 40, '0123456789abcdef');
}

/** An unsigned JSON Web Token, the format of the token for the scrobbling service. */
export function inventedJwt(seed: string): string {
  return [
    { alg: 'RS256', typ: 'JWT' },
    { iss: 'plex.tv', sub: inventedSecret(seed) },
  ]
    .map((part) => btoa(JSON.stringify(part)).replaceAll('=', ''))
    .concat(inventedSecret(`${seed} signature`, 86))
    .join('.');
}
