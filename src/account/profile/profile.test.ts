import { expect, test } from 'vitest';
import { accountFrom } from '../../test/account-from.ts';
import { factTexts } from '../../test/fact-text.ts';
import { localNoon, unixNoon } from '../../test/local-noon.ts';
import { profileView } from './profile.ts';

const now = localNoon('2026-11-23');

function identity(reply: object) {
  return factTexts(profileView(accountFrom(reply), now).identity);
}

function playback(profile: unknown) {
  return factTexts(profileView(accountFrom({ profile }), now).playback);
}

test.each<[label: string, key: string, sent: unknown, shown: string]>([
  ['Title at plex.tv', 'title', 'Ada', 'Ada'],
  ['Title at plex.tv', 'title', '<b>Ada</b>', '<b>Ada</b>'],
  ['Title at plex.tv', 'title', '', 'None'],
  ['Title at plex.tv', 'title', ['Ada'], '["Ada"] [not as expected]'],
  ['Username', 'username', 'ada', 'ada'],
  ['Username', 'username', '', 'None'],
  ['E-mail', 'email', 'ada@example.com', 'ada@example.com'],
  ['E-mail', 'email', 'not an address', 'not an address'],
  ['E-mail', 'email', '', 'None'],
  ['Full name', 'friendlyName', 'Ada L.', 'Ada L.'],
  ['Full name', 'friendlyName', null, 'None'],
  ['Country', 'country', 'NL', 'Netherlands (NL)'],
  ['Country', 'country', 'Atlantis', 'Atlantis [as plex.tv wrote it]'],
  ['Country', 'country', 31, '31 [not as expected]'],
  ['Locale', 'locale', null, 'None set'],
  ['Locale', 'locale', 'en-GB', 'en-GB'],
  ['Joined', 'joinedAt', unixNoon('2019-04-26'), '26 April 2019 (7 years ago)'],
  ['Joined', 'joinedAt', 0, '0 [not as expected]'],
  ['Joined', 'joinedAt', 'yesterday', 'yesterday [not as expected]'],
  ['Account number', 'id', 12345, '12345'],
  ['Account number', 'id', 'x12345', 'x12345 [not as expected]'],
  ['Account UUID', 'uuid', '212acf24b07315e5', '212acf24b07315e5'],
  ['Avatar', 'thumb', 'https://plex.tv/users/1/avatar', 'https://plex.tv/users/1/avatar'],
  ['Avatar', 'thumb', 'javascript:alert(1)', 'javascript:alert(1)'],
  ['Avatar', 'thumb', '', 'None'],
  ['Came through a partner', 'attributionPartner', null, 'None'],
  ['Came through a partner', 'attributionPartner', 'partner', 'partner'],
])('shows the identity: %s of %s %j', (label, key, sent, shown) => {
  expect(identity({ [key]: sent })).toMatchObject({ [label]: shown });
});

test.each<[label: string, key: string, sent: unknown, shown: string]>([
  ['Audio and subtitle tracks', 'autoSelectAudio', true, 'Chosen automatically'],
  ['Audio and subtitle tracks', 'autoSelectAudio', false, 'Chosen by hand'],
  ['Audio and subtitle tracks', 'autoSelectAudio', 'perhaps', 'perhaps [not as expected]'],
  ['Audio language', 'defaultAudioLanguage', 'sv', 'Swedish (sv)'],
  ['Audio language', 'defaultAudioLanguage', null, 'None set'],
  ['Audio language', 'defaultAudioLanguage', '', 'None'],
  ['Audio language', 'defaultAudioLanguage', 'q?', 'q? [as plex.tv wrote it]'],
  ['Audio languages', 'defaultAudioLanguages', 'en,sv', 'English (en), Swedish (sv)'],
  ['Audio languages', 'defaultAudioLanguages', ['en', 'sv'], 'English (en), Swedish (sv)'],
  ['Audio languages', 'defaultAudioLanguages', null, 'None set'],
  ['Audio languages', 'defaultAudioLanguages', '', 'None'],
  ['Audio languages', 'defaultAudioLanguages', ['en', 7], 'English (en) [1 not as expected]'],
  ['Audio languages', 'defaultAudioLanguages', { en: 1 }, '{"en":1} [not as expected]'],
  ['Audio description', 'defaultAudioAccessibility', 0, 'Prefer without accessible audio'],
  ['Audio description', 'defaultAudioAccessibility', 1, 'Prefer accessible audio'],
  ['Audio description', 'defaultAudioAccessibility', 2, 'Only accessible audio'],
  ['Audio description', 'defaultAudioAccessibility', 3, 'Only without accessible audio'],
  ['Audio description', 'defaultAudioAccessibility', 4, '4 [as plex.tv wrote it]'],
  ['Subtitles', 'autoSelectSubtitle', 0, 'Only when chosen by hand'],
  ['Subtitles', 'autoSelectSubtitle', 1, 'With foreign audio'],
  ['Subtitles', 'autoSelectSubtitle', 2, 'Always'],
  ['Subtitles', 'autoSelectSubtitle', 9, '9 [as plex.tv wrote it]'],
  ['Subtitles', 'autoSelectSubtitle', 'one', 'one [not as expected]'],
  ['Subtitle language', 'defaultSubtitleLanguage', 'nl', 'Dutch (nl)'],
  ['Subtitle languages', 'defaultSubtitleLanguages', 'nl', 'Dutch (nl)'],
  ['Subtitles for the deaf (SDH)', 'defaultSubtitleAccessibility', 0, 'Prefer without SDH'],
  ['Subtitles for the deaf (SDH)', 'defaultSubtitleAccessibility', 1, 'Prefer SDH'],
  ['Subtitles for the deaf (SDH)', 'defaultSubtitleAccessibility', 2, 'Only SDH'],
  ['Subtitles for the deaf (SDH)', 'defaultSubtitleAccessibility', 3, 'Only without SDH'],
  ['Forced subtitles', 'defaultSubtitleForced', 0, 'Prefer without forced'],
  ['Forced subtitles', 'defaultSubtitleForced', 1, 'Prefer forced'],
  ['Forced subtitles', 'defaultSubtitleForced', 2, 'Only forced'],
  ['Forced subtitles', 'defaultSubtitleForced', 3, 'Only without forced'],
  ['Forced subtitles', 'defaultSubtitleForced', -1, '-1 [as plex.tv wrote it]'],
  ['Watched marks', 'watchedIndicator', 0, 'Nowhere'],
  ['Watched marks', 'watchedIndicator', 1, 'On movies and shows'],
  ['Watched marks', 'watchedIndicator', 2, 'On movies'],
  ['Watched marks', 'watchedIndicator', 3, 'On shows'],
  ['Watched marks', 'watchedIndicator', 1.5, '1.5 [not as expected]'],
  ['Reviews shown (setting)', 'mediaReviewsVisibility', 0, '0 (Sources disagree about what this number means.)'],
  ['Review languages', 'mediaReviewsLanguages', 'pt,en', 'Portuguese (pt), English (en)'],
  ['Posts about media', 'mediaPostsVisibility', true, 'Shown'],
  ['Posts about media', 'mediaPostsVisibility', false, 'Hidden'],
])('shows the preferences: %s of %s %j', (label, key, sent, shown) => {
  expect(playback({ [key]: sent })).toMatchObject({ [label]: shown });
});

test('says for each missing key that plex.tv did not send it', () => {
  const { identity, playback } = profileView(accountFrom({}), now);
  const values = Object.values({ ...factTexts(identity), ...factTexts(playback) });
  expect(values).toEqual(Array(24).fill('plex.tv did not say'));
});

test('shows what was sent instead of the preferences', () => {
  expect(playback('none')).toMatchObject({ 'All preferences': 'none [not as expected]' });
  expect(playback({})).not.toHaveProperty('All preferences');
});

test('links the avatar only to a web address', () => {
  const link = (thumb: string) =>
    profileView(accountFrom({ thumb }), now).identity.find(({ label }) => label === 'Avatar')?.value.href;
  expect(link('https://plex.tv/avatar')).toBe('https://plex.tv/avatar');
  expect(link('javascript:alert(1)')).toBeUndefined();
});

test.each<[profile: unknown, answer: string]>([
  [
    { autoSelectAudio: true, defaultAudioLanguage: 'sv', autoSelectSubtitle: 1, defaultSubtitleLanguage: 'en' },
    'Sound plays in Swedish if a video has it. Subtitles appear with foreign audio, in English.',
  ],
  [
    { defaultAudioLanguage: 'sv', defaultAudioLanguages: 'pt,en', autoSelectSubtitle: 1 },
    'Sound plays in Portuguese if a video has it. Subtitles appear with foreign audio.',
  ],
  [
    { autoSelectAudio: true, autoSelectSubtitle: 2, defaultSubtitleLanguages: 'sv,en' },
    'Sound is chosen for you; no language is set. Subtitles always appear, in Swedish.',
  ],
  [
    { autoSelectAudio: false, defaultAudioLanguage: 'sv', autoSelectSubtitle: 0, defaultSubtitleLanguage: 'en' },
    'Each video plays its default sound. Subtitles appear only when you choose them.',
  ],
  [
    { autoSelectAudio: true, defaultAudioLanguage: '??', autoSelectSubtitle: 2, defaultSubtitleLanguage: '' },
    'Sound plays in ?? if a video has it. Subtitles always appear.',
  ],
  [{ autoSelectSubtitle: 7 }, 'plex.tv did not say how sound is chosen. plex.tv did not say when subtitles appear.'],
  [{}, 'plex.tv did not say how sound is chosen. plex.tv did not say when subtitles appear.'],
  [undefined, 'plex.tv did not say how you like to watch.'],
  [null, 'plex.tv did not say how you like to watch.'],
  ['odd', 'plex.tv did not say how you like to watch.'],
])('answers what plays if the user chooses nothing: %j', (profile, answer) => {
  expect(profileView(accountFrom({ profile }), now).answer).toBe(answer);
});
