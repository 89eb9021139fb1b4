import { expect, test } from 'vitest';
import { accountFrom } from '../test/account-from.ts';
import { fullReply } from '../test/full-reply.ts';
import { renderStatement } from '../test/render-statement.tsx';
import { waitingSources } from '../test/sources.ts';
import { shareAccount } from './share/share-account.ts';

/** Processor time, because the machine may be busy. Quadratic work on these replies takes several times as long. */
const limitSeconds = 10;

function expectFast(reply: object): void {
  const before = process.cpuUsage();
  expect(renderStatement(reply)).toContain('Everything plex.tv sent');
  expect(shareAccount(accountFrom(reply), waitingSources, 'json', new Set(), new Date()).text).not.toContain(
    'the-token',
  );
  expect(process.cpuUsage(before).user / 1e6).toBeLessThan(limitSeconds);
}

const count = 20_000;

function many(item: unknown): unknown[] {
  return Array.from({ length: count }, () => item);
}

const manyKeys = Object.fromEntries(Array.from({ length: count }, (_, index) => [`key${index}`, index]));

test.each<[what: string, reply: object]>([
  ['services with everything wrong', { services: many({ identifier: 1, endpoint: 2, token: 3, status: 4 }) }],
  ['subscriptions with everything wrong', { subscriptions: many({ mode: 1, endsAt: 'x', odd: 1 }) }],
  ['past subscriptions', { pastSubscriptions: many({ mode: 'lifetime', endsAt: 1_700_000_000 }) }],
  ['trials with everything wrong', { trials: many({ mode: 1, odd: 2 }) }],
  ['features and roles that are not texts', { subscription: { features: many(0) }, roles: many(1) }],
  ['keys in each object', { subscription: manyKeys, profile: manyKeys, services: [manyKeys], providers: manyKeys }],
  ['keys in each record', { subscriptions: [manyKeys], pastSubscriptions: [manyKeys], trials: [manyKeys] }],
])('reads, draws and shares thousands of %s in time', (_, reply) => {
  expectFast({ authToken: 'the-token', ...reply });
});

test.each([10_000, 100_000])('reads, draws and shares %i nested levels in every place', (levels) => {
  const deep: unknown = JSON.parse('[{"a":'.repeat(levels) + '1'.concat('}]'.repeat(levels)));
  const everywhere = Object.fromEntries(Object.keys(fullReply).map((key) => [key, deep]));
  expectFast({ ...everywhere, new: deep });
  expectFast({
    subscription: everywhere,
    subscriptions: [{ id: deep, billing: { paymentMethodId: deep }, new: deep }],
    trials: [deep, { new: deep }],
    services: [{ token: deep, new: deep }],
    settings: [{ value: '['.repeat(levels) + ']'.repeat(levels) }],
    ...{ ['__proto__']: deep },
  });
});

test('reads, draws and shares texts of ten megabytes in many places', () => {
  const text = 'a ` '.repeat(2_500_000);
  expectFast({ title: text, username: text, country: text, roles: [text], services: [{ identifier: text }] });
  expectFast({ authToken: 'the-token', friendlyName: text, subscription: { plan: text }, unknown: { a: text } });
});

test('reads, draws and shares ten thousand records with tokens, and keys that look like a circle', () => {
  const circle: object = JSON.parse('{"$ref": "#", "parent": {"$ref": "#/parent"}, "toJSON": "x", "then": "y"}');
  const records = Array.from({ length: 10_000 }, (_, index) => ({
    ...circle,
    type: index % 2 ? 'plexpass' : `type ${index}`,
    endsAt: 1_900_000_000 + index,
    token: `token-number-${index}`,
  }));
  expectFast({
    authToken: 'the-token',
    ...circle,
    subscription: { active: true },
    subscriptions: records,
    pastSubscriptions: records.slice(0, 1000),
    services: records.slice(0, 1000),
    trials: { trial: records.slice(0, 1000) },
  });
});

test.each<[what: string, text: string]>([
  ['one letter', 'a'],
  ['blanks', ' '],
  ['at signs of addresses', '://a'],
  ['parameters', '?token'],
  ['long parameters', `&${'x'.repeat(39)}`],
  ['segments of a JWT', 'eya.'],
  ['halves of a JWT', ' eyJ-'],
  ['brackets', '['],
  ['JSON', '"[\\"x\\"],"'],
  ['digits and letters', 'a1'],
  ['commas', ','],
  ['backticks', '`'],
  ['years', '2024-'],
  ['lone surrogates', '\uD800'],
  ['direction overrides', '\u202E'],
  ['accents', 'Z\u0301'],
  ['joined emoji', '👩‍👩‍👧‍👦'],
])('reads, draws and shares 100 kB of %s in time: alone, as a key and in known fields', (_, part) => {
  const text = part.repeat(100_000 / part.length);
  expectFast({ title: text, unknown: text });
  expectFast({ [text]: 1, services: [{ identifier: text, endpoint: text, token: text }] });
  expectFast({
    subscription: { subscribedAt: text, features: [text], plan: text },
    country: text,
    thumb: text,
  });
});
