import { describe, expect, test } from 'vitest';
import { formerPassAccount } from '../../sample/accounts/former-pass-account.ts';
import { freeAccount } from '../../sample/accounts/free-account.ts';
import { lifetimePassAccount } from '../../sample/accounts/lifetime-pass-account.ts';
import { managedMemberAccount } from '../../sample/accounts/managed-member-account.ts';
import { monthlyPassAccount } from '../../sample/accounts/monthly-pass-account.ts';
import { accountFrom } from '../../test/account-from.ts';
import { waitingSources } from '../../test/sources.ts';
import type { ShareChoice } from './sensitive-data-finder.ts';
import { writeSentences } from './write-sentences.ts';

const now = new Date('2026-11-25T22:38:00Z');

function sentences(reply: object, ...shown: ShareChoice[]): string[] {
  return writeSentences(accountFrom(reply), waitingSources, now, new Set(shown)).trim().split('\n');
}

test('describes a cancelled monthly Plex Pass in ten sentences', () => {
  expect(sentences(monthlyPassAccount(now), 'dates')).toEqual([
    'Monthly Plex Pass, cancelled, runs until 7 December 2026.',
    'Payment: card, by Plex.',
    '2 past subscriptions and 1 trial.',
    'All apps are unlocked and 108 features are switched on.',
    'Two-factor sign-in is off, a password is set, the e-mail address is confirmed.',
    'The checkup says: Turn on two-factor sign-in, then set a Home PIN.',
    'In a Plex Home of 4, not its admin, without a Home PIN.',
    '20 services, all online, 1 not encrypted.',
    'Sound plays in Swedish if a video has it. Subtitles appear with foreign audio, in English.',
    'Personalised ads are refused, the newsletter is on.',
  ]);
});

test('describes the end without its date when dates are left out', () => {
  expect(sentences(monthlyPassAccount(now))[0]).toBe('Monthly Plex Pass, cancelled, ends within a month.');
});

test.each([
  ['a lifetime Plex Pass', lifetimePassAccount(now), 'Lifetime Plex Pass, active, for good.'],
  ['no Plex Pass', freeAccount(now), 'No Plex Pass.'],
  ['a managed member', managedMemberAccount(now), 'The sign-in is managed by somebody else.'],
  ['a former Plex Pass', formerPassAccount(now), 'No Plex Pass. There was one until 5 July 2019.'],
])('describes %s', (_, reply, sentence) => {
  expect(sentences(reply, 'dates')).toContain(sentence);
});

describe('describes the Plex Pass', () => {
  const seconds = (iso: string) => Date.parse(iso) / 1000;
  test.each([
    ['that renews', { renewsAt: seconds('2027-03-01T12:00:00Z') }, 'Yearly Plex Pass, active, renews on 1 March 2027.'],
    ['on hold', { onHold: true }, 'Yearly Plex Pass, on hold.'],
    ['with a failed payment', { gracePeriod: true }, 'Yearly Plex Pass, payment failed.'],
    ['without dates', {}, 'Yearly Plex Pass, active.'],
  ])('%s', (_, record, sentence) => {
    const reply = { subscription: { active: true, plan: 'yearly' }, subscriptions: [{ state: 'active', ...record }] };
    expect(sentences(reply, 'dates')[0]).toBe(sentence);
  });

  test('without quoting what plex.tv wrote', () => {
    const reply = { subscription: { active: true, plan: '<b>gold</b>', paymentService: '[x](y)' } };
    expect(sentences(reply).join()).not.toMatch(/gold|\[x\]/);
    expect(sentences(reply)).toContain('Payment through a store that this page does not know.');
  });
});

test.each([
  ['the name of the person', { type: 'mara_lindqvist', state: 'active' }, { username: 'mara_lindqvist' }],
  ['a number that is an id', { type: '41822907', state: 'active' }, { id: 41822907 }],
  ['markup', { type: '<b>gold</b>', state: 'active' }, {}],
  ['a text', { type: 'see https://elsewhere.example', state: 'active' }, {}],
])('does not name a subscription whose type is %s', (_, record, identity) => {
  const reply = { ...identity, subscription: { active: false }, subscriptions: [record] };
  expect(sentences(reply)[0]).toBe('Another subscription, active. No Plex Pass.');
});

test('describes an ended subscription without its date when dates are left out', () => {
  const reply = {
    subscription: { active: false },
    pastSubscriptions: [{ type: 'remotewatchpass', mode: 'monthly', state: 'ended', endsAt: 1_700_000_000 }],
  };
  expect(sentences(reply)[0]).toBe('No Plex Pass. Remote Watch Pass, monthly, ended.');
  expect(sentences(reply, 'dates')[0]).toBe('No Plex Pass. Remote Watch Pass, monthly, ended on 14 November 2023.');
});

test('names the account only as far as the user chooses', () => {
  const mara = monthlyPassAccount(now);
  expect(sentences(mara, 'names')[0]).toBe('Account: `Mara Lindqvist`, `mara.lindqvist`.');
  expect(sentences(mara, 'ids', 'email')[0]).toBe('Account: `mara@example.com`, `41822907`, `5e1c07a9d2b84f36`.');
  expect(sentences({ title: 'mara@example.com', email: 'mara@example.com' }, 'names')[0]).not.toContain('mara');
});

test('leaves out a sentence that would hold a secret', () => {
  expect(sentences({ subscription: { active: true, plan: 'monthly' }, authToken: 'Monthly Plex' })[0]).not.toContain(
    'Monthly',
  );
});

test('writes few sentences about an account with few values', () => {
  expect(sentences({})).toEqual(['plex.tv did not say whether there is a Plex Pass.']);
});
