import { expect, test } from 'vitest';
import { hashText } from './hash-text.ts';

test('gives the same short hash for the same text, and another for another', () => {
  expect(hashText('5e1c07a9d2b84f36')).toBe(hashText('5e1c07a9d2b84f36'));
  const texts = Array.from({ length: 10_000 }, (_, index) => `${index}`);
  const hashes = texts.map(hashText);
  expect(new Set(hashes).size).toBe(texts.length);
  expect(hashes.every((hash) => /^[0-9a-z]{1,11}$/.test(hash))).toBe(true);
});
