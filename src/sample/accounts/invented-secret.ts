const tokenAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * A credential that looks like plex.tv's (20 characters) and opens nothing. The same seed gives the same one, so
 * that no secret-looking text needs to be written down in a fixture, and reading the account twice shows it
 * unchanged.
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

/** 40 hexadecimal digits: the form of a stored Home PIN. */
export function inventedHash(seed: string): string {
  return inventedSecret(seed, 40, '0123456789abcdef');
}

/** A JSON Web Token that nobody signed: the form of the scrobbling service's token. */
export function inventedJwt(seed: string): string {
  return [
    { alg: 'RS256', typ: 'JWT' },
    { iss: 'plex.tv', sub: inventedSecret(seed) },
  ]
    .map((part) => btoa(JSON.stringify(part)).replaceAll('=', ''))
    .concat(inventedSecret(`${seed} signature`, 86))
    .join('.');
}
