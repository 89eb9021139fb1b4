import fc from 'fast-check';
import { fullReply } from './full-reply.ts';
import { hostileTexts } from './hostile-texts.ts';

type Json = Record<string, unknown>;

/*
 * Every credential in a reply is unique. A repeated one would prove nothing: the page hides it because it knows the
 * first one.
 */
const number = fc.nat(99_999);
/** Looks like a token. */
const token = number.map((digits) => `Planted-7Secret9Token-${digits}`);
/** Looks like any other text, so that only its key shows that it is a secret. */
const phrase = number.map((digits) => `planted words ${digits}`);

/** Finds a credential of a generated reply in a text, as it is or encoded. No page and no shared text may hold one. */
export function findPlanted(text: string): string[] {
  return text.replaceAll('\u200B', '').match(/planted|detnalp|UGxhbnRlZ|BsYW50ZW|QbGFudGV|506c616e746564/gi) ?? [];
}

/** One name for each kind of key that holds a secret. */
const secretNames = [
  ...['accessToken', 'clientSecret', 'passwd', 'passphrase', 'credentials', 'cookie', 'jwt', 'bearer', 'privateKey'],
  ...['signature', 'api_key', 'accessKey', 'recoveryWord', 'backup-code', 'walletSeed', 'totpUri', 'mfaDevice'],
  ...['sessionName', 'sid', 'auth', 'basic', 'homePin', 'otp', 'code', 'hash', 'queueName'],
];
const secretName = fc.constantFrom(...secretNames);

/** A secret that only its key shows to be one: alone, in a list, or below other keys, which may be secret too. */
const named: fc.Arbitrary<Json> = fc
  .tuple(secretName, phrase, fc.nat(2))
  .map(([name, text, shape]) => ({ [name]: [text, [text, [text]], { [text]: text, inner: { text } }][shape] }));

/** How plex.tv may repeat a token in another text. */
const encodings: ((text: string) => string)[] = [
  (text) => text,
  (text) => `Your token is ${text}.`,
  (text) => text.toUpperCase(),
  (text) => [...text].reverse().join(''),
  (text) => btoa(text),
  (text) => btoa(`a:${text}`),
  (text) => text.replace(/./g, (character) => character.charCodeAt(0).toString(16)),
  (text) => [...text].join('\u200B'),
];

const unsafeKeys = ['__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toJSON', 'then', 'length', ''];

/** Any character, also half of a pair. The character sets of fast-check take seconds to prepare. */
export const anyCharacter = fc.nat(0x10ffff).map((code) => String.fromCodePoint(code));

const hostileText = fc.constantFrom(...hostileTexts);

/** Numbers that JSON cannot carry exactly, small integers, and epoch seconds. */
const anyNumber = fc.oneof(
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
    { weight: 3, arbitrary: anyNumber },
    { weight: 2, arbitrary: fc.constantFrom<unknown>(null, true, false, '', [], {}) },
    fc.string({ unit: anyCharacter, maxLength: 12 }),
    fc.array(tie('anyValue'), { maxLength: 4 }),
    fc.array(fc.tuple(key, tie('anyValue')), { maxLength: 4 }).map(asObject),
    tie('anyValue').map((inner) => JSON.stringify(inner)),
    tie('anyValue').map((inner) => nested(inner, 60)),
    named,
    fc.tuple(named, named).map(([one, other]) => ({ ...one, list: [other] })),
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

/** Credentials in the places where plex.tv has them, and in others. */
const secrets: fc.Arbitrary<Json> = fc
  .tuple(
    token.chain((authToken) =>
      fc.constantFrom<Json>(
        { authToken },
        { authToken: { [authToken]: authToken } },
        ...encodings.flatMap((encode) => [
          { authToken, title: encode(authToken) },
          { authToken, remark: encode(authToken), roles: [encode(authToken)], [encode(authToken)]: 1 },
        ]),
      ),
    ),
    fc.oneof(
      fc.record({ pin: phrase }),
      fc.record({ queueEmail: phrase.map((text) => `${text}@example.com`), queueUid: phrase }),
      fc.record({ remark: token }),
      fc.record({ remark: named.map((secret) => JSON.stringify(secret)) }),
      named,
    ),
  )
  .map(([first, second]) => ({ ...second, ...first }));

const record = fullReply.subscriptions[0] ?? {};
const service = token.chain((text) => listOf({ ...fullReply.services[0], token: text, secret: `${text}-2` }));

/** Replies with valid and invalid accounts. Every place for a credential holds one that `findPlanted` finds. */
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
        services: service,
        profile: fc.oneof({ weight: 3, arbitrary: someOf(fullReply.profile) }, anyValue),
        settings: listOf(fullReply.settings[0] ?? {}),
        customRestrictions: someOf(fullReply.customRestrictions),
      },
      { requiredKeys: [] },
    ),
  )
  .map(([some, withSecrets, parts]) => ({ ...some, ...withSecrets, ...parts }));
