import { expect, test } from 'vitest';
import { sampleLogins } from './sample-logins.ts';

test('starts with an account that needs no code', () => {
  expect(sampleLogins[0]).toMatchObject({ kind: 'account', login: 'mara@example.com' });
  expect(sampleLogins[0]).not.toHaveProperty('verificationCode');
});

test('gives every login its own name and description, and an id for the address', () => {
  for (const key of ['id', 'login', 'name', 'about'] as const) {
    expect(new Set(sampleLogins.map((sample) => sample[key].toLowerCase())).size).toBe(sampleLogins.length);
  }
  for (const { id, name, about } of sampleLogins) {
    expect(id).toMatch(/^[a-z][a-z.-]*$/);
    expect(name).toMatch(/^[A-Z][^!.]*$/);
    expect(about).toMatch(/^[A-Z][^!]*\.$/);
  }
});
