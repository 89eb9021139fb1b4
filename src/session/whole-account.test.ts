import { expect, test } from 'vitest';
import { accountFrom } from '../test/account-from.ts';
import { wholeAccount } from './whole-account.ts';

const account = accountFrom({ title: 'Ada' });
const whole = accountFrom({ title: 'Ada', pastSubscriptions: [] });

test('reads the long lists of an account that has some', async () => {
  expect(await wholeAccount(account)).toBe(account);
  expect(await wholeAccount({ ...account, readLongLists: async () => whole })).toBe(whole);
});

test('leaves an account as it is when its lists cannot be read', async () => {
  const begun = { ...account, readLongLists: () => Promise.reject(new Error('a fault of this page')) };
  expect(await wholeAccount(begun)).toBe(begun);
});
