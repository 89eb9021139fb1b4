import { expect, test } from 'vitest';
import { fullReply } from '../../test/full-reply.ts';
import type { Account } from './account.ts';
import { beginAccount } from './begin-account.ts';
import { parseAccount } from './parse-account.ts';

const record = { type: 'plexpass', state: 'ended', mode: 'monthly', endsAt: 1_700_000_000, billing: {} };

function list(count: number, odd: Record<number, unknown> = {}): unknown[] {
  return Array.from({ length: count }, (_, index) =>
    index in odd ? odd[index] : { ...record, id: `record ${index}` },
  );
}

function begin(reply: object): Account {
  const account = beginAccount(reply);
  if (!account) throw new Error('no account');
  return account;
}

/** An account as text, with its secrets and the order of its issues made visible. */
function comparable(account: Account | undefined): unknown {
  if (!account) return undefined;
  const byPath = (a: { path: string }, b: { path: string }) => a.path.localeCompare(b.path, 'en', { numeric: true });
  return {
    ...account,
    unexpectedValues: account.unexpectedValues.toSorted(byPath),
    unknownFields: account.unknownFields.toSorted(byPath),
    keys: Object.keys(account.received),
  };
}

test('reads an account with short lists at once', () => {
  const account = begin({ ...fullReply, pastSubscriptions: list(200) });
  expect(account.readLongLists).toBeUndefined();
  expect(account.pastSubscriptions).toHaveLength(200);
});

test('leaves long lists out at first', () => {
  const account = begin({ title: 'Ada', subscriptions: list(1), pastSubscriptions: list(201) });
  expect(account).toMatchObject({ title: 'Ada', unexpectedValues: [], unknownFields: [] });
  expect(account.subscriptions).toHaveLength(1);
  expect(account.pastSubscriptions).toBeNull();
});

const oddItems = {
  0: 'no record',
  3: { ...record, endsAt: 'soon', newKey: { deep: [1] } },
  199: null,
  200: JSON.parse('{"__proto__": {"a": 1}, "mode": 7, "state": "ended"}'),
  201: { ...record, billing: 'none' },
  449: [],
};
const token = 'an-invented-token';

test.each<[name: string, reply: object]>([
  ['only good records', { ...fullReply, pastSubscriptions: list(1000) }],
  ['values of the wrong type and unknown keys', { home: 'x', new: 1, pastSubscriptions: list(450, oddItems) }],
  ['several long lists', { trials: list(450, oddItems), title: 'Ada', settings: list(201), services: list(300) }],
  ['a list in a wrapper', { title: 'Ada', subscriptions: { subscription: list(250, oddItems) } }],
  ['a token that a record repeats', { authToken: token, pastSubscriptions: list(250, { 249: { mode: `${token}!` } }) }],
  ['a token that a key repeats', { authToken: token, pastSubscriptions: list(250, { 249: { [token]: 1 } }) }],
  ['a token of a record that the title repeats', { title: token, services: list(250, { 249: { token } }) }],
  ['a token below an unknown key', { title: token, trials: list(250, { 249: { apiKey: [{ value: token }] } }) }],
  ['a number as a token', { title: 'no 12345678', settings: list(250, { 249: { value: { token: 12_345_678 } } }) }],
])('reads the same account in parts as at once: %s', async (_, reply) => {
  const { readLongLists } = begin(reply);
  expect(comparable(await readLongLists?.())).toEqual(comparable(parseAccount(reply)));
});

test('reads everything at once if a token is the name of a list', () => {
  const reply = { authToken: 'services', services: list(250) };
  expect(comparable(begin(reply))).toEqual(comparable(parseAccount(reply)));
});

test('reads the lists once', () => {
  const { readLongLists } = begin({ pastSubscriptions: list(201) });
  expect(readLongLists?.()).toBe(readLongLists?.());
});

test('hides a token of a long list before the list is read', () => {
  const account = begin({
    title: 'Ada',
    username: token,
    email: btoa(`x${token}`),
    services: list(201, { 200: { token } }),
  });
  expect(account).toMatchObject({ title: 'Ada' });
  expect(account).not.toHaveProperty('username');
  expect(account).not.toHaveProperty('email');
  expect(JSON.stringify(account)).not.toContain(token);
});

test('returns nothing for a reply that is not an object', () => {
  expect(beginAccount('no account')).toBeUndefined();
});
