// @vitest-environment node
import { expect, test } from 'vitest';
import { accountFrom } from '../test/account-from.ts';
import { fullReply } from '../test/full-reply.ts';
import { renderStatement } from '../test/render-statement.tsx';
import { shareAccount } from './share/share-account.ts';

/** Of the processor, for the machine may be busy. Work that grows with the square of a reply takes several times that. */
const limitSeconds = 10;

function readDrawAndShare(reply: object): void {
  const before = process.cpuUsage();
  expect(renderStatement(reply)).toContain('Everything plex.tv sent');
  expect(shareAccount(accountFrom(reply), 'json', new Set(), new Date()).text).not.toContain('the-token');
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
  ['features and roles that are none', { subscription: { features: many(0) }, roles: many(1) }],
  ['keys in each object', { subscription: manyKeys, profile: manyKeys, services: [manyKeys], providers: manyKeys }],
  ['keys in each record', { subscriptions: [manyKeys], pastSubscriptions: [manyKeys], trials: [manyKeys] }],
])('tens of thousands of %s are read, drawn and shared in time', (_, reply) => {
  readDrawAndShare({ authToken: 'the-token', ...reply });
});

test.each([10_000, 100_000])('%i levels in every place are read, drawn and shared', (levels) => {
  const deep: unknown = JSON.parse('[{"a":'.repeat(levels) + '1'.concat('}]'.repeat(levels)));
  const everywhere = Object.fromEntries(Object.keys(fullReply).map((key) => [key, deep]));
  readDrawAndShare({ ...everywhere, new: deep });
  readDrawAndShare({
    subscription: everywhere,
    subscriptions: [{ id: deep, billing: { paymentMethodId: deep }, new: deep }],
    trials: [deep, { new: deep }],
    services: [{ token: deep, new: deep }],
    settings: [{ value: '['.repeat(levels) + ']'.repeat(levels) }],
    ...{ ['__proto__']: deep },
  });
});

test.each<[what: string, text: string]>([
  ['one letter', 'a'],
  ['blanks', ' '],
  ['at signs of addresses', '://a'],
  ['parameters', '?token'],
  ['long parameters', `&${'x'.repeat(39)}`],
  ['parts of a JWT', 'eya.'],
  ['halves of a JWT', ' eyJ-'],
  ['brackets', '['],
  ['JSON', '"[\\"x\\"],"'],
  ['digits and letters', 'a1'],
  ['commas', ','],
  ['backticks', '`'],
  ['years', '2024-'],
  ['halves of characters', '\uD800'],
  ['turns of direction', '\u202E'],
  ['accents', 'Z\u0301'],
  ['families', '👩‍👩‍👧‍👦'],
])(
  'a hundred kilobytes of %s, alone, as a key and where texts are known are read, drawn and shared in time',
  (_, part) => {
    const text = part.repeat(100_000 / part.length);
    readDrawAndShare({ title: text, unknown: text });
    readDrawAndShare({ [text]: 1, services: [{ identifier: text, endpoint: text, token: text }] });
    readDrawAndShare({
      subscription: { subscribedAt: text, features: [text], plan: text },
      country: text,
      thumb: text,
    });
  },
);
