import { expect, test } from 'vitest';
import { lifetimePassAccount } from '../../sample/accounts/lifetime-pass-account.ts';
import { managedMemberAccount } from '../../sample/accounts/managed-member-account.ts';
import { monthlyPassAccount } from '../../sample/accounts/monthly-pass-account.ts';
import { newestFormatAccount } from '../../sample/accounts/newest-format-account.ts';
import { oddAccount } from '../../sample/accounts/odd-account.ts';
import { accountFrom } from '../../test/account-from.ts';
import { allRows } from '../../test/all-rows.ts';
import { fullReply } from '../../test/full-reply.ts';
import { waitingSources } from '../../test/sources.ts';
import { everythingRows } from '../everything/everything.ts';
import { redactAccount, type Shareable } from './redact-account.ts';
import { sensitiveDataFinder } from './sensitive-data-finder.ts';

/** Dates are a separate choice: they do not identify a person, and a page with blurred dates has little use. */
const notPersonal = ['[hidden]', '[date hidden]'];

const now = new Date('2026-11-25T22:38:00Z');

const replies: [name: string, reply: object][] = [
  ['every known key', fullReply],
  ['a monthly Plex Pass', monthlyPassAccount(now)],
  ['a lifetime Plex Pass', lifetimePassAccount(now)],
  ['a managed member', managedMemberAccount(now)],
  ['the newest format', newestFormatAccount(now)],
];

function hiddenPaths(reply: object) {
  const account = accountFrom(reply);
  const sensitiveDataIn = sensitiveDataFinder(account, waitingSources);
  const value = redactAccount(account, { shown: new Set(), sensitiveDataIn, hidden: new Map() });
  const hiddenByShare: string[] = [];
  const hiddenByBlur: string[] = [];
  for (const row of allRows(everythingRows(account, waitingSources))) {
    const { isPersonal, isEmpty, text, items } = row.value;
    const shared = JSON.stringify(valueAt(value, row.path));
    if (shared === undefined || isEmpty || ['true', 'false', '[]', '{}'].includes(text)) continue;
    if (shared.includes(' hidden]') && !notPersonal.some((mark) => shared.includes(mark))) hiddenByShare.push(row.path);
    if (isPersonal && !shared.includes('"[hidden]"') && !items?.length) hiddenByBlur.push(row.path);
  }
  return { hiddenByShare, hiddenByBlur };
}

test.each(replies)('Blur and Share hide the same values of the account with %s', (_, reply) => {
  const { hiddenByShare, hiddenByBlur } = hiddenPaths(reply);
  expect(hiddenByBlur).toEqual(hiddenByShare);
});

test('Share also hides texts that hold personal data where nobody expects it', () => {
  const { hiddenByShare, hiddenByBlur } = hiddenPaths(oddAccount(now));
  expect(hiddenByBlur.filter((path) => !hiddenByShare.includes(path))).toEqual([]);
  expect(hiddenByShare.filter((path) => !hiddenByBlur.includes(path))).toEqual([
    'subscription.features[111]',
    'subscription.features[120]',
    'attributionPartner',
    'services[7].identifier',
  ]);
});

function valueAt(value: Shareable, path: string): Shareable | undefined {
  const keys = path.split(/\.|\[(\d+)\]/).filter(Boolean);
  return keys.reduce<Shareable | undefined>((node, key) => {
    return typeof node === 'object' && node !== null ? Reflect.get(node, key) : undefined;
  }, value);
}
