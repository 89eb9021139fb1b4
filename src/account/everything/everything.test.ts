// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { readDevices } from '../../plex/access/devices.ts';
import { accountFrom } from '../../test/account-from.ts';
import { allRows } from '../../test/all-rows.ts';
import { factText } from '../../test/fact-text.ts';
import { fullReply } from '../../test/full-reply.ts';
import { readySource, waitingSources } from '../../test/sources.ts';
import { everythingRows } from './everything.ts';

/** Each row as its path and its text. */
function rows(reply: object) {
  return allRows(everythingRows(accountFrom(reply), waitingSources)).map(({ path, value }) => [path, factText(value)]);
}

test.each<[what: string, reply: object, rows: [path: string, shown: string][]]>([
  ['a text', { title: 'Ada' }, [['title', 'Ada']]],
  ['an empty text', { title: '' }, [['title', '""']]],
  ['nothing', { title: null }, [['title', 'null']]],
  ['a number, not as a date', { joinedAt: 1_395_000_000 }, [['joinedAt', '1395000000']]],
  [
    'yes and no',
    { home: true, guest: false },
    [
      ['home', 'true'],
      ['guest', 'false'],
    ],
  ],
  ['an object, key by key', { profile: { autoSelectSubtitle: 1 } }, [['profile.autoSelectSubtitle', '1']]],
  ['an empty object', { profile: {} }, [['profile', '{}']]],
  ['an empty list', { roles: [] }, [['roles', '[]']]],
  ['a list of texts in one row', { roles: ['plexpass', 'x'] }, [['roles', 'plexpass | x']]],
  [
    'a list of objects, item by item',
    { services: [{ identifier: 'epg' }, {}] },
    [
      ['services[0].identifier', 'epg'],
      ['services[1]', '{}'],
    ],
  ],
  ['a secret', { authToken: 'the-token' }, [['authToken', 'Hidden']]],
  ['an unknown key', { favouriteColour: 'teal' }, [['favouriteColour', 'teal [unknown to this page]']]],
  ['a secret in an unknown key', { apiToken: 'x' }, [['apiToken', 'Hidden [unknown to this page]']]],
  [
    'the parts of an unknown key',
    { luckyNumbers: { monday: [1, { token: 'x' }] } },
    [
      ['luckyNumbers.monday[0]', '1 [unknown to this page]'],
      ['luckyNumbers.monday[1].token', 'Hidden [unknown to this page]'],
    ],
  ],
  ['a value of another type', { id: 'twelve' }, [['id', 'twelve [not as expected]']]],
  [
    'a list inside an object, with the marks of its values',
    { subscriptions: { subscription: [{ mode: 7, odd: 'x' }] }, trials: { trial: { mode: 8 } } },
    [
      ['subscriptions.subscription[0].mode', '7 [not as expected]'],
      ['subscriptions.subscription[0].odd', 'x [unknown to this page]'],
      ['trials.trial.mode', '8 [not as expected]'],
    ],
  ],
  [
    'an avatar with its real host',
    { thumb: 'https://\u0440lex.tv/a' },
    [['thumb', 'https://\u0440lex.tv/a (Host: xn--lex-zed.tv)']],
  ],
  ['an object of another type', { profile: 'none' }, [['profile', 'none [not as expected]']]],
  [
    'a list with an unexpected item',
    { roles: ['plexpass', 7] },
    [
      ['roles[0]', 'plexpass'],
      ['roles[1]', '7 [not as expected]'],
    ],
  ],
  [
    'a key that is dangerous to copy',
    JSON.parse('{"__proto__":{"isAdmin":true}}'),
    [['__proto__.isAdmin', 'true [unknown to this page]']],
  ],
  ['a number that is too large', JSON.parse('{"homeSize":1e400}'), [['homeSize', 'Infinity [not as expected]']]],
  [
    'a number that is too large, deep in a list',
    JSON.parse('{"providers":[[-1e400]]}'),
    [['providers[0]', '-Infinity']],
  ],
])('lists %s', (_, reply, expected) => {
  expect(rows(reply)).toEqual(expected);
});

test('lists every key of a full reply, and marks none', () => {
  const listed = rows(fullReply);
  for (const key of Object.keys(fullReply)) {
    expect(
      listed.filter(([path]) => path?.split(/[.[]/)[0] === key),
      key,
    ).not.toEqual([]);
  }
  expect(listed.filter(([, shown]) => /unknown|expected/.test(shown ?? ''))).toEqual([]);
});

test('makes name, value and mark searchable, but no secret', () => {
  const account = accountFrom({ Title: 'ADA', authToken: 'the-token', roles: ['PlexPass'] });
  const searchable = allRows(everythingRows(account, waitingSources)).map((row) => row.searchable);
  expect(searchable).toEqual(['title ada unknown to this page', 'authtoken hidden ', 'roles plexpass ']);
});

describe('with what plex.tv sent beside the account', () => {
  const account = accountFrom({ title: 'Ada', roles: ['a', 'b'] });
  const reply = readDevices(`<MediaContainer size="3" odd="x">
    <Device name="one" provides="player,client"><Connection uri="http://192.0.2.4"/></Device>
    <Device id="none" colour="teal"/>
    <Device name="two" createdAt="never"/>
    <Other/>
  </MediaContainer>`);
  const sources = { ...waitingSources, devices: { ...readySource(reply.data), ...reply } };
  const all = allRows(everythingRows(account, sources)).map(({ path, value }) => [path, factText(value)]);

  test('lists it under the name of its request', () => {
    expect(all).toEqual([
      ['title', 'Ada'],
      ['roles', 'a | b'],
      ['devices.xml/size', '3'],
      ['devices.xml/odd', 'x [unknown to this page]'],
      ['devices.xml/Device[0].name', 'one'],
      ['devices.xml/Device[0].provides', 'player,client'],
      ['devices.xml/Device[0].Connection[0].uri', 'http://192.0.2.4'],
      ['devices.xml/Device[1].id', 'none [not as expected]'],
      ['devices.xml/Device[1].colour', 'teal [unknown to this page]'],
      ['devices.xml/Device[2].name', 'two'],
      ['devices.xml/Device[2].createdAt', 'never [not as expected]'],
      ['devices.xml/Other[0]', '{} [unknown to this page]'],
    ]);
  });

  test('makes only the rows that are read', () => {
    const rows = everythingRows(account, sources);
    expect(rows.length).toBe(all.length);
    for (let start = 0; start <= all.length; start += 1) {
      for (let end = start; end <= all.length + 1; end += 1) {
        expect(rows.slice(start, end).map(({ path, value }) => [path, factText(value)])).toEqual(all.slice(start, end));
      }
    }
  });
});

test('keeps the order of lists and values beside each other', () => {
  const unknown = { a: 1, b: [{ x: 1 }, [{ y: 2 }, 'z']], c: { d: [3] }, e: 4 };
  const rows = everythingRows(accountFrom({ unknown }), waitingSources);
  const paths = ['a', 'b[0].x', 'b[1][0].y', 'b[1][1]', 'c.d', 'e'].map((path) => `unknown.${path}`);
  expect(allRows(rows).map(({ path }) => path)).toEqual(paths);
  expect([...rows.inParts()].flat().map(({ path }) => path)).toEqual(paths);
});

test('makes parts of ten records, also below a wrapper', () => {
  const record = { state: 'ended', billing: { paymentMethodId: null } };
  const records = Array.from({ length: 25 }, () => record);
  for (const pastSubscriptions of [records, { subscription: records }]) {
    const rows = everythingRows(accountFrom({ pastSubscriptions }), waitingSources);
    const parts = [...rows.inParts()].map((part) => part.length);
    expect(parts).toEqual([20, 20, 10]);
    expect(parts.reduce((sum, count) => sum + count)).toBe(rows.length);
  }
});
