import fc from 'fast-check';
import { fullReply } from './full-reply.ts';
import { hostileTexts } from './hostile-texts.ts';

type Json = Record<string, unknown>;

/** What opens something, in every reply: to be found nowhere. */
export const plantedSecret = 'Planted-7Secret9Token';

const unsafeKeys = ['__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toJSON', 'then', 'length', ''];

const hostileText = fc.constantFrom(...hostileTexts);

/** Numbers that JSON carries badly, and seconds where years are meant, and the other way round. */
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

/** Any JSON, and more often what is likely to be taken for something else. */
const { anything } = fc.letrec((tie) => ({
  anything: fc.oneof(
    { maxDepth: 4 },
    { weight: 4, arbitrary: hostileText },
    { weight: 3, arbitrary: number },
    { weight: 2, arbitrary: fc.constantFrom<unknown>(null, true, false, '', [], {}) },
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.array(tie('anything'), { maxLength: 4 }),
    fc.array(fc.tuple(key, tie('anything')), { maxLength: 4 }).map(asObject),
    tie('anything').map((inner) => JSON.stringify(inner)),
    tie('anything').map((inner) => nested(inner, 60)),
    fc.constant({ token: plantedSecret, list: [{ clientSecret: plantedSecret }] }),
  ),
})) as { anything: fc.Arbitrary<unknown> };

/** As `JSON.parse` makes it: `__proto__` is a key like any other. */
function asObject(entries: [string, unknown][]): Json {
  return Object.fromEntries(entries);
}

function nested(inner: unknown, levels: number): unknown {
  return levels === 0 ? inner : nested(levels % 2 ? [inner] : { a: inner }, levels - 1);
}

/** Some keys of `sent`, most with the values that they are known with, and now and then a key of nobody's. */
function someOf(sent: Json): fc.Arbitrary<Json> {
  const known = fc.array(
    fc.tuple(fc.constantFrom(...Object.keys(sent)), fc.option(anything, { freq: 2, nil: undefined })),
    {
      maxLength: Math.min(14, Object.keys(sent).length),
    },
  );
  const unknown = fc.array(fc.tuple(key, anything), { maxLength: 1 });
  return fc.tuple(known, unknown).map(([some, more]) => ({
    ...asObject(some.map(([name, odd]) => [name, odd === undefined ? sent[name] : odd])),
    ...asObject(more),
  }));
}

function listOf(sent: Json): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 4, arbitrary: fc.array(fc.oneof({ weight: 3, arbitrary: someOf(sent) }, anything), { maxLength: 3 }) },
    anything,
  );
}

/** Keys that hold a credential, in every shape that one may come in. */
const secrets = fc.constantFrom<Json>(
  { authToken: plantedSecret },
  { authToken: plantedSecret, pin: [plantedSecret] },
  { authToken: { [plantedSecret]: plantedSecret } },
  { authToken: plantedSecret, queueEmail: `queue+${plantedSecret}@example.com`, queueUid: plantedSecret },
  { authToken: plantedSecret, note: JSON.stringify({ token: plantedSecret }) },
);

const record = fullReply.subscriptions[0] ?? {};
const service = { ...fullReply.services[0], token: plantedSecret, secret: plantedSecret };

/** An account as plex.tv might send it, on a bad day. It holds `plantedSecret` wherever a credential may stand. */
export const arbitraryReply: fc.Arbitrary<Json> = fc
  .tuple(
    someOf(fullReply),
    secrets,
    fc.record(
      {
        subscription: fc.oneof({ weight: 3, arbitrary: someOf(fullReply.subscription) }, anything),
        subscriptions: listOf(record),
        pastSubscriptions: listOf(record),
        trials: listOf(record),
        services: listOf(service),
        profile: fc.oneof({ weight: 3, arbitrary: someOf(fullReply.profile) }, anything),
        settings: listOf(fullReply.settings[0] ?? {}),
        customRestrictions: someOf(fullReply.customRestrictions),
      },
      { requiredKeys: [] },
    ),
  )
  // As it comes over the wire, but for what JSON cannot write (1e400).
  .map(([some, hidden, parts]) => ({ ...some, ...hidden, ...parts }));

/** `FC_SEED` repeats a run; else each run has a seed of its own. */
export const seed = Number(process.env.FC_SEED) || Date.now() % 2 ** 31;
