import { expect, test } from 'vitest';
import { passFeatures } from '../../../sample/accounts/features.ts';
import { type Feature, featureGroups } from './feature-groups.ts';
import { featureMeanings } from './feature-meanings.ts';

function list(text: string): string[] {
  return text.split(',').map((key) => key.trim());
}

/** The keys of every recorded Plex Pass account and of no free one. */
const passOnly = list(`pass, hardware_transcoding, hwtranscode, dvr, allow_dvr, epg-recent-channels,
  dvr-block-unsupported-countries, trailers, lyrics, music-analysis, premium_music_metadata, music_videos, album-types,
  boost-voices, volume-leveling, visualizers, sweet-fades, silence-removal, sleep-timer, sync, grandfather-sync,
  downloads-gating, cloudsync, camera_upload, photosV6-edit, photosV6-tv-albums, item_clusters, imagga-v2, nominatim,
  webhooks, session_kick, session_bandwidth_restrictions, content_filter, premium-dashboard, signin_notification,
  global-continue-watching`);

/** Keys in recorded replies that the sample accounts lack. */
const alsoRecorded = list(`avod-ad-analysis, blacklist_get_signin, bypass-web-navbar-upsell-modal, chromecast-music-mp,
  cloud-livetv, comments_and_replies_push_notifications, conan_redirect_alpha, conan_redirect_beta,
  conan_redirect_nightlies, conan_redirect_nightly, conan_redirect_public, conan_redirect_qa, create_anonymous_users,
  disable_home_user_friendships, HRK_enable_EUR, korea-consent, le_isrg_root_x1, livetv-platform-specific, music,
  music_preview, news-provider-sunset-modal, optimize-server-users-endpoint, photos-v5, podcasts, retro-games-plex-tv,
  shared_source_notification, tunefind-clients, tunefind-vod, two-factor-authentication-clients, vod,
  watch-together-20200520, web-desktop-gracenote-banner, web-desktop-live-tv-chromecast-remote-player,
  web-desktop-v4-dvr-setup, web-desktop-v4-home, web-desktop-v4-pre-plays`);

/** The keys that a text of Plex or of another client calls a perk. */
const stated = list(`pass, hardware_transcoding, hwtranscode, dvr, allow_dvr, trailers, lyrics, music-analysis,
  boost-voices, volume-leveling, sync, grandfather-sync, downloads-gating, webhooks, session_kick`);

const everyTitle = [...featureMeanings.map(([title]) => title), 'Not known to this page'];
const everyLine = featureMeanings.flatMap(([, lines]) => lines.trim().split('\n'));
const everyKey = everyLine.map((line) => line.replace(/^\* /, '').replace(/: .*/, ''));

function described(keys: readonly string[]): Feature[] {
  return featureGroups(keys).flatMap(({ features }) => features);
}

test.each<[title: string, key: string, meaning: string | undefined, source: Feature['source']]>([
  ['Playback', 'trailers', 'Trailers and extras', 'stated'],
  ['Playback', 'Android - Dolby Vision', 'Dolby Vision on Android', 'inferred'],
  ['Music', 'lyrics', 'Lyrics', 'stated'],
  ['Music', 'sweet-fades', 'Smooth transitions in Plexamp', 'inferred'],
  ['Live TV and DVR', 'dvr', 'Recording live TV', 'stated'],
  ['Photos', 'camera_upload', 'Camera upload (retired)', 'inferred'],
  ['Downloads', 'sync', 'Downloads', 'stated'],
  ['Server', 'hardware_transcoding', 'Converting video on the graphics chip', 'stated'],
  ['Sharing and Home', 'exclude restrictions', 'Restrictions that exclude', 'inferred'],
  ['Account', 'pass', 'Plex Pass', 'stated'],
  ['Experiments', 'conan_redirect_qa', 'Redirect test (QA)', 'inferred'],
  ['Experiments', 'kevin-bacon', undefined, undefined],
  ['Not known to this page', 'a-key-of-2031', undefined, undefined],
])('groups under %s: %s means %s (%s)', (title, key, meaning, source) => {
  expect(featureGroups([key])).toEqual([{ title, features: [{ key, meaning, source }] }]);
});

test('knows every key of the recorded accounts', () => {
  const recorded = [...passOnly, ...passFeatures, ...alsoRecorded];
  expect(new Set(recorded).size).toBeGreaterThan(140);
  expect(featureGroups(recorded).map(({ title }) => title)).toEqual(everyTitle.slice(0, -1));
  expect(described(passOnly).filter(({ meaning }) => !meaning)).toEqual([]);
});

test('marks a meaning as stated only if a text states it', () => {
  const statedFeatures = described(everyKey).filter(({ source }) => source === 'stated');
  expect(statedFeatures.map(({ key }) => key).sort()).toEqual(stated.sort());
});

test('keeps the groups in a fixed order and omits empty ones', () => {
  expect(everyTitle).toEqual([
    'Playback',
    'Music',
    'Live TV and DVR',
    'Photos',
    'Downloads',
    'Server',
    'Sharing and Home',
    'Account',
    'Experiments',
    'Not known to this page',
  ]);
  const someKeys = ['never-seen', ...everyKey];
  expect(featureGroups(someKeys).map(({ title }) => title)).toEqual(everyTitle);
  expect(featureGroups(someKeys.reverse()).map(({ title }) => title)).toEqual(everyTitle);
  expect(featureGroups(['never-seen', 'home', 'lyrics']).map(({ title }) => title)).toEqual([
    'Music',
    'Sharing and Home',
    'Not known to this page',
  ]);
  expect(featureGroups([])).toEqual([]);
});

test('keeps the received order and repeated keys in a group', () => {
  const keys = ['radio', 'lyrics', 'radio', 'album-types'];
  expect(described(keys).map(({ key }) => key)).toEqual(keys);
});

test('keeps an unknown key unchanged, even a hostile one', () => {
  const hostile = [
    '__proto__',
    'constructor',
    'toString',
    '',
    ' lyrics',
    'LYRICS',
    '* lyrics',
    'lyrics: Lyrics',
    '<img src=x onerror=alert(1)>',
    '0eee866d-782b-4dfd-b42b-3bbe8eb0af16',
    'x'.repeat(10_000),
  ];
  const features = hostile.map((key) => ({ key, meaning: undefined, source: undefined }));
  expect(featureGroups(hostile)).toEqual([{ title: 'Not known to this page', features }]);
});

test('lists each key once, with a short meaning', () => {
  expect(new Set(everyKey).size).toBe(everyKey.length);
  for (const { key, meaning = 'Nothing' } of described(everyKey)) {
    expect(meaning, key).toMatch(/^[A-Z].{2,49}$/);
    expect(meaning, key).not.toContain(': ');
  }
});

test('never says that a Plex Pass includes a feature', () => {
  for (const text of [...everyTitle, ...everyLine]) expect(text).not.toMatch(/includ|your (plex )?pass|perk/i);
});
