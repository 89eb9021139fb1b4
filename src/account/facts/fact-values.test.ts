// @vitest-environment node
import { expect, test } from 'vitest';
import { factText } from '../../test/fact-text.ts';
import { localNoon } from '../../test/local-noon.ts';
import { asDate, asItems, asLink, asNumber, asText, asYesNo, either, isWebAddress, oneOf } from './fact-values.ts';

const colours = oneOf({ red: 'Red', 1: 'One' });
const tones = asItems('No tones', { do: 'Do' });

test.each([
  ['a text', asText(' <b>x</b> '), ' <b>x</b> '],
  ['an empty text', asText(''), 'None'],
  ['a number without separators', asNumber(13692262), '13692262'],
  ['yes', asYesNo(true), 'Yes'],
  ['no', asYesNo(false), 'No'],
  ['the word for yes', either('On', 'Off')(true), 'On'],
  ['the word for no', either('On', 'Off')(false), 'Off'],
  ['a known word', colours('red'), 'Red'],
  ['a known number', colours(1), 'One'],
  ['an unknown word', colours('teal'), 'teal [as plex.tv wrote it]'],
  ['an unknown number', colours(7), '7 [as plex.tv wrote it]'],
  ['a word that is a key of every object', colours('toString'), 'toString [as plex.tv wrote it]'],
  ['an empty word', colours(''), 'None'],
  ['no items', tones([]), 'No tones'],
  ['items, known and not', tones(['do', 're', 're', 'toString']), 'Do | re | re | toString'],
  ['a web address', asLink('https://plex.tv/a'), 'https://plex.tv/a'],
  ['no address', asLink(''), 'None'],
])('shows %s', (_, value, shown) => {
  expect(factText(value)).toBe(shown);
});

test('shows a date with its distance, and keeps the exact time', () => {
  const date = localNoon('2019-04-26');
  const value = asDate(localNoon('2026-11-23'))(date);
  expect(value.text).toBe('26 April 2019 (7 years ago)');
  expect(value.time?.iso).toBe(date.toISOString());
  expect(value.time?.exact).toMatch(/^26 April 2019 at 12:00:00 \S+/);
});

test('marks only empty values as empty', () => {
  expect([asText(''), tones([]), asText('x'), tones(['x'])].map(({ isEmpty }) => isEmpty ?? false)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test.each<[address: string, isAllowed: boolean]>([
  ['https://plex.tv/users/1/avatar?c=1', true],
  ['http://plex.tv', true],
  ['HTTPS://PLEX.TV', true],
  ['javascript:alert(1)', false],
  [' javascript:alert(1)', false],
  ['java\nscript:alert(1)', false],
  ['data:text/html,<script>alert(1)</script>', false],
  ['blob:https://plex.tv/1', false],
  ['file:///etc/passwd', false],
  ['//plex.tv/avatar', false],
  ['avatar.png', false],
  ['', false],
])('decides whether %j may be a link: %s', (address, isAllowed) => {
  expect(isWebAddress(address)).toBe(isAllowed);
  expect(asLink(address).href).toBe(isAllowed ? address : undefined);
});
