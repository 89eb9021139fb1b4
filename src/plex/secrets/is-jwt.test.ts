// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { containsJwt } from './is-jwt.ts';

const part = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const header = part({ alg: 'RS256' });
const claims = part({ exp: 1 });

describe('finds a JWT', () => {
  test.each([
    ['alone', `${header}.${claims}.c2ln`],
    ['without a signature', `${part({ alg: 'none' })}.${claims}.`],
    ['with a blank in its header', `${part('\n{ "alg": "EdDSA" }')}.${claims}.c2ln`],
    ['in quotation marks', `token: "${header}.${claims}.c2ln"`],
    ['after other characters', `token_${header}.${claims}.c2ln`],
    ['after characters that look like its start', `ey-IH-ey-${header}.${claims}.c2ln`],
    ['with certificates in its header', `${part({ x5c: 'M'.repeat(3000), alg: 'RS256' })}.${claims}.c2ln`],
  ])('%s', (_, text) => {
    expect(containsJwt(text)).toBe(true);
  });
});

describe('does not take for a JWT', () => {
  test.each([
    ['a word with two dots', 'eyal.cohen.tv'],
    ['a word with two dots that begin like one', 'eyJ.eyJ.eyJ'],
    ['an address', 'https://ew.example.org/eye.a.b'],
    ['JSON without `alg`', `${part({ typ: 'JWT' })}.${claims}.c2ln`],
    ['JSON that is no object', `${part('["alg"]')}.${claims}.c2ln`],
    ['broken JSON', `${part('{"alg":')}.${claims}.c2ln`],
    ['two parts', `${header}.${claims}`],
  ])('%s', (_, text) => {
    expect(containsJwt(text)).toBe(false);
  });
});
