import { expect, test } from 'vitest';
import { factText } from '../../test/fact-text.ts';
import { asCountry, asLanguage, asLanguages } from './locale-names.ts';

test.each<[code: string, shown: string]>([
  ['NL', 'Netherlands (NL)'],
  ['GB', 'United Kingdom (GB)'],
  ['QX', 'QX [as plex.tv wrote it]'],
  ['Atlantis', 'Atlantis [as plex.tv wrote it]'],
  ['<b>', '<b> [as plex.tv wrote it]'],
  ['', 'None'],
])('shows the country %j as %s', (code, shown) => {
  expect(factText(asCountry(code))).toBe(shown);
});

test.each<[code: string, shown: string]>([
  ['sv', 'Swedish (sv)'],
  ['tlh', 'Klingon (tlh)'],
  ['pt-BR', 'Brazilian Portuguese (pt-BR)'],
  ['qqq', 'qqq [as plex.tv wrote it]'],
  ['xx_NOT-a-locale', 'xx_NOT-a-locale [as plex.tv wrote it]'],
  ['', 'None'],
])('shows the language %j as %s', (code, shown) => {
  expect(factText(asLanguage(code))).toBe(shown);
});

test.each<[codes: string[], shown: string]>([
  [['en', 'sv'], 'English (en), Swedish (sv)'],
  [['en', '<b>'], 'English (en), <b>'],
  [[], 'None'],
])('shows the languages %j as %s', (codes, shown) => {
  expect(factText(asLanguages(codes))).toBe(shown);
});
