import { expect, test } from 'vitest';
import type { SharingSettings } from '../../plex/access/friends.ts';
import { settingsWith } from '../../test/access-data.ts';
import { permissionWords, restrictionWords } from './restriction-words.ts';

test.each<[settings: Partial<SharingSettings>, words: string[]]>([
  [{}, []],
  [{ allowSync: true }, []],
  [{ allowSync: false }, ['no downloads']],
  [{ filterMovies: 'contentRating=G,PG' }, ['films only rated G or PG']],
  [{ filterMovies: 'contentRating=G%2CPG' }, ['films only rated G or PG']],
  [{ filterMovies: 'contentRating!=R' }, ['films not rated R']],
  [{ filterTelevision: 'label=Kids' }, ['series only labelled Kids']],
  [{ filterMusic: 'label!=Loud|contentRating=All' }, ['music not labelled Loud', 'music only rated All']],
  [{ filterPhotos: 'year>2000' }, ['photos filtered by “year>2000”']],
  [{ filterAll: 'label=%E0%A4%A' }, ['everything only labelled %E0%A4%A']],
])('says in words what %j forbids', (settings, words) => {
  expect(restrictionWords(settingsWith(settings))).toEqual(words);
});

test('says nothing about settings that plex.tv did not send', () => {
  expect(restrictionWords(null)).toEqual([]);
});

test.each<[settings: Partial<SharingSettings>, words: string]>([
  [{}, 'May only watch'],
  [{ allowSync: true }, 'May download'],
  [
    { allowSync: true, allowTuners: 2, allowCameraUpload: true, allowSubtitleAdmin: true },
    'May download, watch live TV, upload photos and change subtitles',
  ],
  [{ allowTuners: 0 }, 'May only watch'],
])('says what %j allows', (settings, words) => {
  expect(permissionWords(settingsWith(settings))).toBe(words);
});
