import fc from 'fast-check';
import { fullReply } from './full-reply.ts';
import { hostileTexts } from './hostile-texts.ts';

type Json = Record<string, unknown>;

/** The credential in every generated reply. No test may find it in the output. */
export const plantedSecret = 'Planted-7Secret9Token';

const unsafeKeys = ['__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toJSON', 'then', 'length', ''];

/** Any character, also half of a pair. The character sets of fast-check take seconds to prepare. */
export const anyCharacter = fc.nat(0x10ffff).map((code) => String.fromCodePoint(code));

const hostileText = fc.constantFrom(...hostileTexts);

/** Numbers that JSON cannot carry exactly, small integers, and epoch seconds. */
const number = fc.oneof(
  fc.constantFrom(0, -0, -1, 1.5, 2 ** 53, 2 ** 53 + 2, -(2 ** 63), 1e15, 1e21, 1e300, Number.POSITIVE_INFINITY),
  fc.integer({ min: 0, max: 15 }),
  fc.integer({ min: 1_300_000_000, max: 2_000_000_000 }),
  fc.double({ noNaN: true }),
);

const key = fc.oneof(
  fc.constantFrom(...unsafeKeys, ...Object.keys(fullReply), 'token', 'a.b', 'billing.card', 'Type', '0'),
  hostileText,
);

/** Any JSON. Values that a program may misread are more frequent. */
const { anyValue } = fc.letrec((tie) => ({
  anyValue: fc.oneof(
    { maxDepth: 4 },
    { weight: 4, arbitrary: hostileText },
    { weight: 3, arbitrary: number },
    { weight: 2, arbitrary: fc.constantFrom<unknown>(null, true, false, '', [], {}) },
    fc.string({ unit: anyCharacter, maxLength: 12 }),
    fc.array(tie('anyValue'), { maxLength: 4 }),
    fc.array(fc.tuple(key, tie('anyValue')), { maxLength: 4 }).map(asObject),
    tie('anyValue').map((inner) => JSON.stringify(inner)),
    tie('anyValue').map((inner) => nested(inner, 60)),
    fc.constant({ token: plantedSecret, list: [{ clientSecret: plantedSecret }] }),
  ),
})) as { anyValue: fc.Arbitrary<unknown> };

/** Like `JSON.parse`, this keeps `__proto__` as an ordinary key. */
function asObject(entries: [string, unknown][]): Json {
  return Object.fromEntries(entries);
}

function nested(inner: unknown, levels: number): unknown {
  return levels === 0 ? inner : nested(levels % 2 ? [inner] : { a: inner }, levels - 1);
}

/** Some keys of `example`, most of them with its values, and sometimes an unknown key. */
function someOf(example: Json): fc.Arbitrary<Json> {
  const known = fc.array(
    fc.tuple(fc.constantFrom(...Object.keys(example)), fc.option(anyValue, { freq: 2, nil: undefined })),
    {
      maxLength: Math.min(14, Object.keys(example).length),
    },
  );
  const unknown = fc.array(fc.tuple(key, anyValue), { maxLength: 1 });
  return fc.tuple(known, unknown).map(([some, more]) => ({
    ...asObject(some.map(([name, replacement]) => [name, replacement === undefined ? example[name] : replacement])),
    ...asObject(more),
  }));
}

function listOf(example: Json): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 4, arbitrary: fc.array(fc.oneof({ weight: 3, arbitrary: someOf(example) }, anyValue), { maxLength: 3 }) },
    anyValue,
  );
}

/** Keys that hold the credential, in several shapes. */
const secrets = fc.constantFrom<Json>(
  { authToken: plantedSecret },
  { authToken: plantedSecret, pin: [plantedSecret] },
  { authToken: { [plantedSecret]: plantedSecret } },
  { authToken: plantedSecret, queueEmail: `queue+${plantedSecret}@example.com`, queueUid: plantedSecret },
  { authToken: plantedSecret, note: JSON.stringify({ token: plantedSecret }) },
);

const record = fullReply.subscriptions[0] ?? {};
const service = { ...fullReply.services[0], token: plantedSecret, secret: plantedSecret };

/** Replies with valid and invalid accounts. Every place for a credential holds `plantedSecret`. */
export const arbitraryReply: fc.Arbitrary<Json> = fc
  .tuple(
    someOf(fullReply),
    secrets,
    fc.record(
      {
        subscription: fc.oneof({ weight: 3, arbitrary: someOf(fullReply.subscription) }, anyValue),
        subscriptions: listOf(record),
        pastSubscriptions: listOf(record),
        trials: listOf(record),
        services: listOf(service),
        profile: fc.oneof({ weight: 3, arbitrary: someOf(fullReply.profile) }, anyValue),
        settings: listOf(fullReply.settings[0] ?? {}),
        customRestrictions: someOf(fullReply.customRestrictions),
      },
      { requiredKeys: [] },
    ),
  )
  .map(([some, withSecrets, parts]) => ({ ...some, ...withSecrets, ...parts }));
