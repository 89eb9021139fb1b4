import { expect, test } from 'vitest';
import type { SampleAccount } from './base-account.ts';
import { formerPassAccount } from './former-pass-account.ts';
import { freeAccount } from './free-account.ts';
import { lifetimePassAccount } from './lifetime-pass-account.ts';
import { managedMemberAccount } from './managed-member-account.ts';
import { monthlyPassAccount } from './monthly-pass-account.ts';
import { newestFormatAccount } from './newest-format-account.ts';
import { oddAccount } from './odd-account.ts';

const now = new Date('2026-11-23T12:00:00Z');
const plainAccounts = [
  monthlyPassAccount(now),
  lifetimePassAccount(now),
  freeAccount(now),
  formerPassAccount(now),
  managedMemberAccount(now),
  newestFormatAccount(now),
];

// Every text that has a secret's name, or that is long and without spaces as credentials are.
function secretsIn(value: unknown, key = ''): string[] {
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([name, item]) => secretsIn(item, Array.isArray(value) ? key : name));
  }
  const isNamedSecret = /token|secret|^pin$|queue|uuid/i.test(key);
  const isShapedSecret = key !== 'features' && /^[\w.-]{20,}$/.test(String(value));
  return typeof value === 'string' && value !== '' && (isNamedSecret || isShapedSecret) ? [value] : [];
}

test('gives no two accounts the same secret', () => {
  const secrets = [...plainAccounts, oddAccount(now)].map((account) => new Set(secretsIn(account)));
  for (const accountSecrets of secrets) expect(accountSecrets.size).toBeGreaterThan(5);
  const all = secrets.flatMap((accountSecrets) => [...accountSecrets]);
  expect(all.length).toBe(new Set(all).size);
});

test('makes secrets that look like those of plex.tv', () => {
  const services = monthlyPassAccount(now).services as { identifier: string; token: string }[];
  const tokenOf = (identifier: string) => services.find((service) => service.identifier === identifier)?.token;
  expect(tokenOf('epg')).toMatch(/^[\w-]{20}$/);
  expect(tokenOf('scrobbling')).toMatch(/^eyJ[\w-]+\.eyJ[\w-]+\.[\w-]{86}$/);
  expect(lifetimePassAccount(now).pin).toMatch(/^[0-9a-f]{40}$/);
});

test('gives every account the avatar of a real one', () => {
  for (const { thumb, uuid } of plainAccounts) expect(thumb).toBe(`https://plex.tv/users/${uuid}/avatar?c=1630875354`);
  expect(oddAccount(now).thumb).toMatch(/^javascript:/);
});

test('has as many features and services as recorded accounts', () => {
  const count = (account: SampleAccount) => {
    const { features } = account.subscription as { features: string[] };
    expect(new Set(features).size).toBe(features.length);
    return [features.length, (account.services as unknown[]).length];
  };
  expect(plainAccounts.map(count)).toEqual([
    [108, 20],
    [108, 18],
    [50, 16],
    [50, 20],
    [50, 16],
    [108, 19],
  ]);
});

test('gives the cancelled Plex Pass twelve more days on any date', () => {
  const later = new Date('2041-06-01T08:30:00Z');
  for (const date of [now, later]) {
    const account = monthlyPassAccount(date);
    const seconds = date.getTime() / 1000;
    expect(account.subscriptions).toMatchObject([{ canceled: true, renewsAt: null, endsAt: seconds + 12 * 86400 }]);
    expect(account.rememberExpiresAt).toBe(seconds + 14 * 86400);
  }
  expect(managedMemberAccount(now).rememberExpiresAt).toBeNull();
});

test('keeps every unusual value of the odd account in JSON', () => {
  const sent = JSON.parse(JSON.stringify(oddAccount(now)));
  expect(Object.keys(sent)).toContain('__proto__');
  expect(sent.isAdmin).toBeUndefined();
  expect(sent.title).toHaveLength(10_000);
  for (const text of ['<img src=x onerror=alert(1)>', '\u202E', '\u200B', '👩‍👩‍👧‍👦'])
    expect(sent.title).toContain(text);
});
