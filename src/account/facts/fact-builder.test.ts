import { expect, test } from 'vitest';
import { accountFrom } from '../../test/account-from.ts';
import { factText } from '../../test/fact-text.ts';
import { factBuilder, factIfSent, unexpectedFact } from './fact-builder.ts';
import { asItems, asText } from './fact-values.ts';

/** The text shown for the title, in capitals. */
function title(reply: object, whenNull?: string) {
  const account = accountFrom(reply);
  const fact = factBuilder(account, '', account.unexpectedValues);
  return factText(fact('title', 'Title', (value) => asText(value.toUpperCase()), whenNull).value);
}

test.each<[what: string, reply: object, shown: string]>([
  ['was sent', { title: 'Ada' }, 'ADA'],
  ['is empty', { title: '' }, 'None'],
  ['was not sent', {}, 'plex.tv did not say'],
  ['is null', { title: null }, 'None'],
  ['is of another type', { title: 7 }, '7 [not as expected]'],
  ['is an object', { title: { en: 'Ada' } }, '{"en":"Ada"} [not as expected]'],
])('shows a key that %s', (_, reply, shown) => {
  expect(title(reply)).toBe(shown);
});

test('shows its own words for null', () => {
  expect(title({ title: null }, 'Not asked')).toBe('Not asked');
});

test('finds unexpected values by the path of the object', () => {
  const account = accountFrom({
    profile: { defaultAudioLanguage: 7 },
    services: [{ status: 1 }, { status: 'online' }],
  });
  const profile = factBuilder(account.profile, 'profile', account.unexpectedValues);
  const second = factBuilder(account.services?.[1], 'services[1]', account.unexpectedValues);
  expect(factText(profile('defaultAudioLanguage', 'Audio', asText).value)).toBe('7 [not as expected]');
  expect(factText(second('status', 'Status', asText).value)).toBe('online');
});

test('shows how many items of a list were left out', () => {
  const account = accountFrom({ roles: ['plexpass', 7, null, 'jester'] });
  const fact = factBuilder(account, '', account.unexpectedValues);
  expect(factText(fact('roles', 'Roles', asItems('None')).value)).toBe('plexpass | jester [2 not as expected]');
});

test('says that plex.tv did not send the keys of a missing object', () => {
  expect(factText(factBuilder<{ a?: string }>(undefined, 'x', [])('a', 'A', asText).value)).toBe('plex.tv did not say');
  expect(factText(factBuilder<{ a?: string }>(null, 'x', [])('a', 'A', asText).value)).toBe('plex.tv did not say');
});

test('shows a rare key only if it was sent, even as null', () => {
  const fact = { label: 'Queue id', value: { text: 'Hidden' } };
  expect(factIfSent(accountFrom({ queueUid: null }), 'queueUid', fact)).toEqual([fact]);
  expect(factIfSent(accountFrom({}), 'queueUid', fact)).toEqual([]);
});

test('shows what was sent instead of a list, and nothing for a list', () => {
  const account = accountFrom({ services: 'none', roles: ['x', 7] });
  expect(unexpectedFact(account.unexpectedValues, 'services', 'Services')).toMatchObject([
    { label: 'Services', value: { text: 'none' } },
  ]);
  expect(unexpectedFact(account.unexpectedValues, 'roles', 'Roles')).toEqual([]);
});
