import { expect, test } from 'vitest';
import { accountFrom } from '../../test/account-from.ts';
import { displayName, initials } from './display-name.ts';

test.each<[reply: object, name: string]>([
  [{ friendlyName: 'Ada L.', title: 'Ada', username: 'ada', email: 'ada@example.com' }, 'Ada L.'],
  [{ friendlyName: '', title: 'Ada', username: 'ada', email: 'ada@example.com' }, 'Ada'],
  [{ friendlyName: ' ', title: null, username: 'ada', email: 'ada@example.com' }, 'ada'],
  [{ username: '', email: 'ada@example.com' }, 'ada@example.com'],
  [{ friendlyName: 7, title: ['Ada'] }, 'Plex account without a name'],
  [{ friendlyName: ' \u00A0\t', title: '\u200B\u200D\uFEFF', username: 'ada' }, 'ada'],
  [
    { friendlyName: '\u3164\u2800', title: '\u00AD\u2060', username: '\u202E', email: 'ada@example.com' },
    'ada@example.com',
  ],
  [{ friendlyName: '\uFE0F\u0301', title: '\uD800', username: '\u{E0020}' }, 'Plex account without a name'],
  [{ title: 'eyal.cohen.tv' }, 'eyal.cohen.tv'],
  [{ title: '👩‍👩‍👧‍👦' }, '👩‍👩‍👧‍👦'],
  [{}, 'Plex account without a name'],
])('shows the name in %j: %s', (reply, name) => {
  expect(displayName(accountFrom(reply))).toBe(name);
});

test.each<[name: string, letters: string]>([
  ['Ada Lovelace', 'AL'],
  ['Ada King, Countess of Lovelace', 'AL'],
  ['ada', 'A'],
  ['mara.lindqvist', 'ML'],
  ['Émile Zola', 'ÉZ'],
  ['李 小龍', '李小'],
  ['𝒳𝒴 7', '𝒳7'],
  ['👩‍👩‍👧‍👦', '·'],
  ['<img src=x>', 'IX'],
  ['', '·'],
])('shows the initials of %j: %s', (name, letters) => {
  expect(initials(name)).toBe(letters);
});
