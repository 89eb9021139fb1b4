import { imageWithScript } from './hostile-text.ts';

/** Playback preferences with wrong types, numbers out of range and languages that do not exist. */
export const oddProfile = {
  autoSelectAudio: 'true',
  defaultAudioAccessibility: 4,
  defaultAudioLanguage: 7,
  defaultAudioLanguages: `en,,sv, ,${imageWithScript},xx-not-a-language,en`,
  defaultSubtitleLanguage: 'tlh',
  defaultSubtitleLanguages: ['de', null, 3, '', 'de', { code: 'fr' }],
  autoSelectSubtitle: 9,
  defaultSubtitleAccessibility: '2',
  defaultSubtitleForced: -1,
  watchedIndicator: 1.5,
  mediaReviewsVisibility: { everyone: true },
  mediaReviewsLanguages: '',
  mediaPostsVisibility: 'maybe',
  defaultPopcorn: 'salted',
};
