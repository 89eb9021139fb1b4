import { describe, expect, test } from 'vitest';
import { isCode, normalizeCode } from './verification-code.ts';

describe('normalizeCode', () => {
  test.each([
    ['spaces', ' 123 456 '],
    ['tabs and line breaks', '\t123\r\n456\n'],
    ['no-break and narrow spaces', '123\u00a0456\u202f\u2009\u3000'],
    ['zero-width characters', '\ufeff1\u200b2\u200c3\u200d4\u20605\u00ad6\u180e'],
    ['direction marks', '\u200f\u202b123456\u202c\u2068\u2069\u061c'],
    ['Hangul fillers and variation selectors', '123\u3164456\ufe0f\uffa0\u115f'],
    ['a hyphen', '123-456'],
    ['other dashes', '1\u20102\u20113\u20124\u20135\u20146\u2212\ufe58\ufe63\uff0d\u2e3a'],
    ['the long vowel mark that a Japanese keyboard types as a dash', '123ー456ｰ'],
    ['dots, commas, quotes and brackets', "“123.456”, ('`*_"],
    ['full-width digits', '１２３４５６'],
    ['Arabic digits', '١٢٣٤٥٦'],
    ['Persian digits', '۱۲۳۴۵۶'],
    ['Devanagari digits', '१२३ ४५६'],
    ['mathematical digits', '𝟏𝟐𝟑𝟺𝟻𝟼'],
    ['digits in circles, raised digits and key caps', '①②³4️⃣５6'],
    ['a name before it', 'Plex: 123456'],
    ['a sentence around it', 'Your Plex verification code is 123 456. It works for 10 minutes.'],
    ['a sentence of a mail', '123456 is your code'],
  ])('finds the code among %s', (_, typed) => {
    expect(normalizeCode(typed)).toBe('123456');
  });

  test.each([
    ['abcd-1234', 'abcd1234'],
    ['AbCd 1234 eF', 'AbCd1234eF'],
    ['ＡＢｃ１', 'ABc1'],
    ['code', 'code'],
    ['plex 12', 'plex12'],
    ['abcd 123456', 'abcd123456'],
    ['m6mi', 'm6mi'],
    ['0000', '0000'],
    ['00123456', '00123456'],
  ])('keeps the letters of a backup code, and leading zeros: "%s"', (typed, code) => {
    expect(normalizeCode(typed)).toBe(code);
  });

  test('keeps a sentence with two codes, which is no code', () => {
    const typed = 'Plex codes: 123 456, 654321';
    expect(normalizeCode(typed)).toBe(typed);
    expect(isCode(normalizeCode(typed))).toBe(false);
  });

  test('knows the digits of every numbering system of the browser', () => {
    const numberingSystems = Intl.supportedValuesOf('numberingSystem').map((system) =>
      Array.from({ length: 10 }, (_, digit) =>
        new Intl.NumberFormat(`en-u-nu-${system}`, { useGrouping: false }).format(digit),
      ),
    );
    const digitSystems = numberingSystems.filter((digits) => digits.every((digit) => /^\p{Nd}$/u.test(digit)));
    expect(digitSystems.length).toBeGreaterThan(40);
    for (const digits of digitSystems) expect(normalizeCode(digits.join(''))).toBe('0123456789');
  });
});

describe('isCode', () => {
  test.each(['123456', 'abcd1234', '0', 'x'.repeat(32)])('accepts "%s"', (code) => {
    expect(isCode(code)).toBe(true);
  });

  test.each(['', 'x'.repeat(33), 'код'])('refuses "%s"', (code) => {
    expect(isCode(code)).toBe(false);
  });
});
