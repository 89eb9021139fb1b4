// @vitest-environment node
import { expect, test } from 'vitest';
import { accountFrom } from '../../test/account-from.ts';
import { factText } from '../../test/fact-text.ts';
import { factBuilder, factIfSent, unexpectedFact } from './fact-builder.ts';
import { asItems, asText } from './fact-values.ts';

/** What is told of the title, which is shown in capitals. */
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
  ['is something with parts', { title: { en: 'Ada' } }, '{"en":"Ada"} [not as expected]'],
])('tells a key that %s', (_, reply, shown) => {
  expect(title(reply)).toBe(shown);
});

test('has words of its own for a null that means something', () => {
  expect(title({ title: null }, 'Not asked')).toBe('Not asked');
});

test('finds what is odd by where an object stands', () => {
  const account = accountFrom({
    profile: { defaultAudioLanguage: 7 },
    services: [{ status: 1 }, { status: 'online' }],
  });
  const profile = factBuilder(account.profile, 'profile', account.unexpectedValues);
  const second = factBuilder(account.services?.[1], 'services[1]', account.unexpectedValues);
  expect(factText(profile('defaultAudioLanguage', 'Audio', asText).value)).toBe('7 [not as expected]');
  expect(factText(second('status', 'Status', asText).value)).toBe('online');
});

test('says how many items of a list were left out', () => {
  const account = accountFrom({ roles: ['plexpass', 7, null, 'jester'] });
  const fact = factBuilder(account, '', account.unexpectedValues);
  expect(factText(fact('roles', 'Roles', asItems('None')).value)).toBe('plexpass | jester [2 not as expected]');
});

test('tells what an object that is missing would hold as not said', () => {
  expect(factText(factBuilder<{ a?: string }>(undefined, 'x', [])('a', 'A', asText).value)).toBe('plex.tv did not say');
  expect(factText(factBuilder<{ a?: string }>(null, 'x', [])('a', 'A', asText).value)).toBe('plex.tv did not say');
});

test('tells a rare key only when it was sent, be it as null', () => {
  const fact = { label: 'Queue id', value: { text: 'Hidden' } };
  expect(factIfSent(accountFrom({ queueUid: null }), 'queueUid', fact)).toEqual([fact]);
  expect(factIfSent(accountFrom({}), 'queueUid', fact)).toEqual([]);
});

test('tells what came in the place of a list, and nothing of a list that came', () => {
  const odd = accountFrom({ services: 'none', roles: ['x', 7] });
  expect(unexpectedFact(odd.unexpectedValues, 'services', 'Services')).toMatchObject([
    { label: 'Services', value: { text: 'none' } },
  ]);
  expect(unexpectedFact(odd.unexpectedValues, 'roles', 'Roles')).toEqual([]);
});
