import { expect, test } from 'vitest';
import { CalendarDay } from '../../plex/account/calendar-day.ts';
import { factText } from '../../test/fact-text.ts';
import { localNoon } from '../../test/local-noon.ts';
import { isAvatarAddress } from './avatar-address.ts';
import {
  asAddress,
  asAvatar,
  asDate,
  asItems,
  asNumber,
  asText,
  asYesNo,
  either,
  oneOf,
  oneOfAnySpelling,
} from './fact-values.ts';

const colours = oneOf({ red: 'Red', 1: 'One' });
const tones = asItems('No tones', { do: 'Do' });

test.each([
  ['a text', asText(' <b>x</b> '), ' <b>x</b> '],
  ['an empty text', asText(''), 'None'],
  ['a text without anything visible', asText(' \u200B\u3164'), ' \u200B\u3164 [nothing visible]'],
  ['a word in another spelling', oneOfAnySpelling({ pendingend: 'Ending' })('Pending_END'), 'Ending'],
  [
    'an unknown word as it came',
    oneOfAnySpelling({ pendingend: 'Ending' })('Pending_End_2'),
    'Pending_End_2 [as plex.tv wrote it]',
  ],
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
  ['a web address', asAvatar('https://plex.tv/a'), 'https://plex.tv/a'],
  ['no address', asAvatar(''), 'None'],
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

test('shows a day without a time, and claims no time', () => {
  const day = new CalendarDay('2019-04-26');
  const value = asDate(localNoon('2026-11-23'))(day);
  expect(value).toEqual({
    text: '26 April 2019 (7 years ago)',
    time: { iso: '2019-04-26', exact: '26 April 2019' },
  });
  expect(asDate(new Date('2019-04-26T23:00:00'))(day).text).toBe('26 April 2019 (today)');
  expect(asDate(new Date('2019-04-27T01:00:00'))(day).text).toBe('26 April 2019 (1 day ago)');
});

test.each<[address: string, isAllowed: boolean]>([
  ['https://plex.tv/users/1/avatar?c=1', true],
  ['http://plex.tv', true],
  ['https://metadata-static.plex.tv/people/1.jpg', true],
  ['https://secure.gravatar.com/avatar/1', true],
  ['https://gravatar.com/avatar/1', true],
  ['https://i0.wp.com/plex.tv/1', true],
  ['https://wp.com/1', false],
  ['https://elsewhere.example/avatar', false],
  ['https://plex.tv.elsewhere.example/avatar', false],
  ['https://notplex.tv/avatar', false],
  ['https://plex.tv@elsewhere.example/avatar', false],
  ['https://plex.tv:8443/avatar', false],
  ['https://plex.tv\\@elsewhere.example/avatar', false],
  ['https://\u0440lex.tv/avatar', false], // a Cyrillic letter
  ['https://ｐlex.tv/avatar', false], // a full-width letter, which a browser reads as plex.tv
  ['javascript:alert(1)', false],
  [' javascript:alert(1)', false],
  ['java\nscript:alert(1)', false],
  ['data:text/html,<script>alert(1)</script>', false],
  ['blob:https://plex.tv/1', false],
  ['file:///etc/passwd', false],
  ['//plex.tv/avatar', false],
  ['avatar.png', false],
  ['', false],
])('decides whether %j may be a link or a picture: %s', (address, isAllowed) => {
  expect(isAvatarAddress(address)).toBe(isAllowed);
  expect(asAvatar(address).href).toBe(isAllowed ? address : undefined);
});

test.each<[address: string, note: string | undefined]>([
  ['https://plex.tv/avatar', undefined],
  ['https://elsewhere.example/avatar', undefined],
  ['https://\u0440lex.tv/avatar', 'Host: xn--lex-zed.tv'],
  ['https://plex.tv\\@elsewhere.example/avatar', 'Host: plex.tv'],
  ['https://ｐlex.tv/avatar', 'Host: plex.tv'],
  ['not an address', undefined],
])('shows the real host of %j: %s', (address, note) => {
  expect(asAddress(address).note).toBe(note);
});
