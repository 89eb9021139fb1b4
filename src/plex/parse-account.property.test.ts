import { inspect } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fullReply } from '../test/full-reply.ts';
import { parseAccount } from './parse-account.ts';

type Json = Record<string, unknown>;

const topKeys = Object.keys(fullReply);
const nestedKeys = ['subscription', 'profile', 'customRestrictions'] as const;
const listKeys = ['subscriptions', 'pastSubscriptions', 'trials', 'services', 'settings'] as const;

/** The full reply with `value` in a key of its top level, of one of its objects or of an item of one of its lists. */
function replyWith(value: fc.Arbitrary<unknown>): fc.Arbitrary<Json> {
  const top = fc.constantFrom(...topKeys).map(
    (key) =>
      (json: unknown): Json => ({ ...fullReply, [key]: json }),
  );
  const nested = fc
    .constantFrom(...nestedKeys)
    .chain((outer) => fc.constantFrom(...Object.keys(fullReply[outer])).map((inner) => ({ outer, inner })))
    .map(({ outer, inner }) => (json: unknown) => ({ ...fullReply, [outer]: { ...fullReply[outer], [inner]: json } }));
  const listed = fc
    .constantFrom(...listKeys)
    .chain((list) => fc.constantFrom(...Object.keys(fullReply[list][0] ?? {})).map((inner) => ({ list, inner })))
    .map(
      ({ list, inner }) =>
        (json: unknown): Json => ({ ...fullReply, [list]: [{ [inner]: json }, json, {}] }),
    );
  return fc.tuple(fc.oneof(top, nested, listed), value).map(([put, json]) => put(json));
}

test('no JSON in any key makes reading throw, and the other keys are read', () => {
  fc.assert(
    fc.property(replyWith(fc.jsonValue({ maxDepth: 4, noUnicodeString: false })), (reply) => {
      const account = parseAccount(reply);
      const kept = [account?.id !== undefined, account?.title !== undefined, account?.joinedAt !== undefined];
      expect(kept.filter(Boolean).length).toBeGreaterThanOrEqual(2);
      JSON.stringify(account);
      inspect(account, { depth: 99 });
    }),
  );
});

test('no JSON object made of known and unknown keys makes reading throw', () => {
  const key = fc.oneof(fc.constantFrom(...topKeys, 'token', 'active', 'billing', 'endsAt', '__proto__'), fc.string());
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof({ maxDepth: 4 }, fc.jsonValue({ maxDepth: 1 }), tie('list'), tie('object')),
    list: fc.array(tie('value'), { maxLength: 3 }),
    object: fc.dictionary(key, tie('value'), { maxKeys: 5 }),
  }));
  fc.assert(
    fc.property(fc.dictionary(key, value), (reply) => {
      expect(parseAccount(JSON.parse(JSON.stringify(reply)))?.oddities).toBeInstanceOf(Array);
    }),
  );
});

test('nothing planted in the place of a secret, in whatever shape, is to be seen', () => {
  const planted = 'Planted';
  const plantedNumber = 87_654_321;
  const { container } = fc.letrec((tie) => ({
    container: fc.oneof(
      { maxDepth: 6 },
      fc.constantFrom<unknown>(
        planted,
        `${planted} `,
        `a ${planted}`,
        plantedNumber,
        -plantedNumber,
        plantedNumber + 0.5,
      ),
      fc.array(tie('container'), { minLength: 1, maxLength: 3 }),
      fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('__proto__', 'status', planted)), tie('container')),
      tie('container').map((inner) => JSON.stringify(inner)),
      tie('container').map((inner) => JSON.parse(`${'['.repeat(50)}${JSON.stringify(inner)}${']'.repeat(50)}`)),
    ),
  }));
  const place = fc.constantFrom<(secret: unknown) => Json>(
    (authToken) => ({ authToken }),
    (pin) => ({ pin }),
    (queueEmail) => ({ queueEmail }),
    (queueUid) => ({ queueUid }),
    (token) => ({ services: [{ token }, { identifier: 'epg', token }] }),
    (secret) => ({ services: [null, { secret }] }),
    (token) => ({ services: { epg: { token } } }),
    (secret) => ({ services: [[{ secret }]] }),
    (token) => ({ title: { token }, profile: { authToken: token }, roles: [{ secret: token }] }),
    (token) => ({
      ...fullReply,
      providers: { token },
      settings: [{ value: { token } }],
      trials: [{ token }, [{ token }]],
    }),
    (token) => ({ providers: JSON.stringify([{ token }]), services: JSON.stringify({ token }) }),
  );
  fc.assert(
    fc.property(place, container, (put, secret) => {
      const account = parseAccount(put(secret));
      const seen = [
        JSON.stringify(account),
        String(account),
        inspect(account, { depth: 99, breakLength: Number.POSITIVE_INFINITY }),
      ].join();
      expect(seen).not.toMatch(/planted|87654321/i);
    }),
    { numRuns: 500 },
  );
});
