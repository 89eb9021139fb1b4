import { describe, expect, test } from 'vitest';
import { monthlyPassAccount } from '../../sample/accounts/monthly-pass-account.ts';
import { accountFrom } from '../../test/account-from.ts';
import { completeSearch, resultsAfterAllSteps } from '../../test/complete-search.ts';
import { waitingSources } from '../../test/sources.ts';
import { type Findable, named } from './findable-rows.ts';
import { findablesOf } from './findables.ts';
import { createSearch, type Part } from './search-findables.ts';
import { createSearchIndex } from './search-index.ts';

const now = new Date('2026-11-25T22:38:00Z');
const titles = {
  subscription: 'Subscription',
  'past-subscriptions': 'Past subscriptions',
  trials: 'Trials',
  security: 'Security',
  'plex-home': 'Plex Home',
  services: 'Services',
  profile: 'Profile',
  privacy: 'Privacy and mail',
  everything: 'Everything plex.tv sent',
};
const sections = Object.entries(titles).map(([id, title]) => ({ id, title }));
const session = {
  method: 'password',
  actualStorage: 'tab',
  end: { kind: 'not-said' },
  device: 'Firefox on Linux',
} as const;
const mara = accountFrom({ ...monthlyPassAccount(now), authToken: 'Signed-in-20-letters' });
const search = completeSearch(findablesOf({ account: mara, sources: waitingSources, now, session, sections }));

function textOf(parts: readonly Part[]): string {
  return parts.map(({ text }) => text).join('');
}

/** Each result as a line: "Payment: Card, by Plex — Subscription". */
function linesFor(query: string): string[] {
  return search(query).groups.flatMap(({ results }) => {
    return results.map(({ findable, label, text }) => {
      return `${[textOf(label), textOf(text)].filter(Boolean).join(': ')} — ${findable.place}`;
    });
  });
}

test.each([
  ['card', 'Payment: Card, by Plex — Subscription'],
  ['cancelled', 'Your Plex Pass is cancelled. It works until 7 December 2026, 12 days from now. — Subscription'],
  ['Home PIN', 'Home PIN: Not set — Plex Home'],
  ['Sweden', 'Country: Sweden (SE) — Profile'],
  ['newsletter', 'Newsletter: Sent to you — Privacy and mail'],
  ['until', 'Your Plex Pass is cancelled. It works until 7 December 2026, 12 days from now. — Subscription'],
  ['7 December', 'Ends: 7 December 2026 (in 12 days) — Subscription'],
  ['seats', 'Seats: 15 — Plex Home'],
  ['device', 'This sign-in was made with a password, on this page. Listed as Firefox on Linux — Security'],
  ['pay', 'Payment: Card, by Plex — Subscription'],
  ['plan', 'Plan: Monthly — Subscription'],
])('finds what is on the page: %s', (query, line) => {
  expect(linesFor(query).slice(0, 3)).toContain(line);
});

test('ranks a fact of that name before a sentence that holds the word', () => {
  expect(linesFor('PIN')[0]).toBe('Home PIN: Not set — Plex Home');
});

test.each([
  ['a word that the page does not use', '2fa', 'Two-factor sign-in: Off — Security'],
  ['another one', 'money', 'Payment: Card, by Plex — Subscription'],
  ['small letters', 'home pin', 'Home PIN: Not set — Plex Home'],
  ['words in another order', 'pin home', 'Home PIN: Not set — Plex Home'],
  ['the beginnings of words', 'ho pi', 'Home PIN: Not set — Plex Home'],
  ['a missing letter', 'newsleter', 'Newsletter: Sent to you — Privacy and mail'],
  ['letters in the wrong order', 'crad', 'Payment: Card, by Plex — Subscription'],
  ['a letter too many', 'Sweeden', 'Country: Sweden (SE) — Profile'],
  ['a wrong letter', 'Swefen', 'Country: Sweden (SE) — Profile'],
  ['the American spelling', 'canceled', 'Cancelled: Yes — Subscription'],
  ['two missing letters', 'cancled', 'Cancelled: Yes — Subscription'],
  ['a minus sign', 'two -factor', 'Two-factor sign-in: Off — Security'],
])('tolerates %s: %s', (_, query, line) => {
  expect(linesFor(query).slice(0, 4)).toContain(line);
});

test('finds names with accents and in other scripts', () => {
  const account = accountFrom({ friendlyName: 'Zoë Ångström', username: 'жанна' });
  const find = completeSearch(findablesOf({ account, sources: waitingSources, now, sections }));
  const first = (query: string) => find(query).groups[0]?.results[0]?.findable.label;
  expect([first('zoe'), first('Angstrom'), first('ЖАННА')]).toEqual(['Full name', 'Full name', 'Username']);
});

test('puts answers and facts first, then features, then raw keys', () => {
  expect(search('pay').groups.map(({ title }) => title)).toEqual([
    'Answers and facts',
    'Features',
    'As plex.tv wrote it',
  ]);
  expect(linesFor('pay').at(-1)).toMatch(/ — Everything$/);
  expect(linesFor('3-D Secure')).toEqual(['Card payments with 3-D Secure 2: switched on — What it unlocks']);
});

test('finds sections and records by their titles', () => {
  expect(linesFor('past subscriptions')[0]).toBe('Past subscriptions — Sections');
  expect(linesFor('yearly')).toContain('Yearly Plex Pass until 5 July 2022: payment failed — Past subscriptions');
});

test('marks the match in the label and in the text', () => {
  const [first] = search('card').groups.flatMap(({ results }) => results);
  expect(first).toMatchObject({
    label: [{ text: 'Payment', isMatch: false }],
    text: [
      { text: 'Card', isMatch: true },
      { text: ', by Plex', isMatch: false },
    ],
  });
});

test.each(['', '  ', '-', '"'])('finds nothing for a query without letters: “%s”', (query) => {
  expect(search(query)).toEqual({ groups: [], count: 0 });
});

test('finds nothing for a word that is nowhere', () => {
  expect(search('zzzzz')).toEqual({ groups: [], count: 0 });
});

test('shows the best of many matches, and counts them all', () => {
  const { groups, count } = search('e');
  const shown = groups.reduce((sum, { results }) => sum + results.length, 0);
  expect(shown).toBeLessThanOrEqual(15);
  expect(count).toBeGreaterThan(shown);
});

test('searches the beginning of a very long text', () => {
  const username = `${'long '.repeat(2_000_000)}end`;
  const account = accountFrom({ ...monthlyPassAccount(now), username });
  const searchLong = completeSearch(findablesOf({ account, sources: waitingSources, now, session, sections }));
  const texts = (query: string) =>
    searchLong(query).groups.flatMap(({ results }) => results.map(({ text }) => textOf(text)));
  expect(texts('long')[0]).toHaveLength(5001);
  expect(texts('username').length).toBeGreaterThan(0);
});

test('searches for a very long word as it is typed', () => {
  const username = 'abcdefghij'.repeat(20);
  const account = accountFrom({ ...monthlyPassAccount(now), username });
  const searchLong = completeSearch(findablesOf({ account, sources: waitingSources, now, session, sections }));
  const labels = (query: string) => searchLong(query).groups[0]?.results.map(({ findable }) => findable.label);
  expect(labels(username)).toEqual(['Username']);
  expect(labels(username.slice(20, 60))).toEqual(['Username']);
  expect(searchLong(`${username}s`).count).toBe(0);
  expect(searchLong('zz'.repeat(1000)).count).toBe(0);
  expect(searchLong('zz'.repeat(100_000)).count).toBe(0);
});

describe('with a page that is read in chunks', () => {
  const repeat = <Item>(create: (index: number) => Item) => Array.from({ length: 700 }, (_, index) => create(index));
  const account = accountFrom({
    ...monthlyPassAccount(now),
    services: repeat((index) => ({ identifier: `service-${index}`, endpoint: 'https://epg.example.com' })),
  });
  const all = [...findablesOf({ account, sources: waitingSources, now, session, sections })];
  // Sections begin a chunk.
  const inOneSection = all.map((findable) => ({ ...findable, sectionId: 'everything' }));
  const withoutChunks = completeSearch(inOneSection, Number.POSITIVE_INFINITY);

  test.each([
    'card',
    'pin home',
    'service 69',
    'epg', // so many that they are not ranked
    'e',
    'newsleter',
    'cancled',
    'what will it cost me', // more words than are reordered
    'zzzzz',
  ])('finds the same as in one piece: %s', (query) => {
    const { count, groups } = withoutChunks(query);
    for (const chunkLength of [1, 1000, 10_000, undefined]) {
      expect(completeSearch(inOneSection, chunkLength)(query)).toEqual({ count, groups });
    }
    expect(completeSearch(all)(query).count).toBe(count);
  });

  const first = { id: 'first', title: 'First' };
  const second = { id: 'second', title: 'Second' };

  /** What is found so far, after each step that changed it. */
  function resultsByStep(findables: readonly Findable[], query: string): string[][] {
    const { steps, results } = createSearch(createSearchIndex(findables))(query);
    const seen: string[][] = [[]];
    for (const _ of steps) {
      const labels = results().groups.flatMap((group) => group.results.map(({ findable }) => findable.label));
      if (labels.join() !== seen.at(-1)?.join()) seen.push(labels);
    }
    return seen;
  }

  test('has the results of what is read, until better ones take their place', () => {
    const findables = [
      { ...named(first, 'Animal', 'in stripes'), keywords: 'zebra' },
      named(second, 'Zebra', 'yes'),
      named(second, 'Lion', 'no'),
    ];
    expect(resultsByStep(findables, 'zebra')).toEqual([[], ['Animal'], ['Zebra', 'Animal']]);
  });

  test('tolerates mistakes only when the whole page has no exact match', () => {
    expect(resultsByStep([named(first, 'Zebra', ''), named(second, 'Zebar', '')], 'zebar')).toEqual([[], ['Zebar']]);
    expect(resultsByStep([named(first, 'Zebra', ''), named(second, 'Lion', '')], 'zebar')).toEqual([[], ['Zebra']]);
  });

  test('reads the page when it searches for nothing', () => {
    const index = createSearchIndex(all);
    expect(resultsAfterAllSteps(createSearch(index)(' '))).toEqual({ groups: [], count: 0 });
    expect(index.chunks.flatMap(({ findables }) => findables)).toEqual(all);
    expect(index.readMore()).toBe(false);
  });
});
