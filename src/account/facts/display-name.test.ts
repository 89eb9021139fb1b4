// @vitest-environment node
import { expect, test } from 'vitest';
import { accountFrom } from '../../test/account-from.ts';
import { displayName, initials } from './display-name.ts';

test.each<[reply: object, name: string]>([
  [{ friendlyName: 'Ada L.', title: 'Ada', username: 'ada', email: 'ada@example.com' }, 'Ada L.'],
  [{ friendlyName: '', title: 'Ada', username: 'ada', email: 'ada@example.com' }, 'Ada'],
  [{ friendlyName: ' ', title: null, username: 'ada', email: 'ada@example.com' }, 'ada'],
  [{ username: '', email: 'ada@example.com' }, 'ada@example.com'],
  [{ friendlyName: 7, title: ['Ada'] }, 'Plex account without a name'],
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
