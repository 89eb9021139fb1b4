import type { Account, Profile } from '../../plex/account/account.ts';
import type { Fact } from '../../ui/facts.tsx';
import { factBuilder, unexpectedFact } from '../facts/fact-builder.ts';
import { asAvatar, asDate, asNumber, asText, either, oneOf } from '../facts/fact-values.ts';
import { formatDate } from '../facts/format-date.ts';
import { asCountry, asLanguage, asLanguages, languageName } from '../facts/locale-names.ts';

const subtitleModes = { 0: 'Only when chosen by hand', 1: 'With foreign audio', 2: 'Always' };
const watchedMarks = { 0: 'Nowhere', 1: 'On movies and shows', 2: 'On movies', 3: 'On shows' };

function preference(kind: string) {
  return oneOf({ 0: `Prefer without ${kind}`, 1: `Prefer ${kind}`, 2: `Only ${kind}`, 3: `Only without ${kind}` });
}

/** The facts that people look up most often. */
const highlightKeys = ['username', 'email', 'country', 'joinedAt', 'id', 'uuid', 'title'];

type ProfileView = { answer: string; highlights: Fact[]; identity: Fact[]; playback: Fact[] };

export function profileView(account: Account, now: Date): ProfileView {
  const fact = factBuilder(account, '', account.unexpectedValues);
  const playback = factBuilder(account.profile, 'profile', account.unexpectedValues);
  const identity = [
    fact('title', 'Title at plex.tv', asText),
    fact('username', 'Username', asText),
    fact('email', 'E-mail', asText),
    fact('friendlyName', 'Full name', asText),
    fact('country', 'Country', asCountry),
    fact('locale', 'Locale', asText, 'None set'),
    fact('joinedAt', 'Joined', asDate(now)),
    fact('id', 'Account number', asNumber),
    fact('uuid', 'Account UUID', asText),
    fact('thumb', 'Avatar', asAvatar),
    fact('attributionPartner', 'Came through a partner', asText),
  ];
  return {
    answer: answer(account),
    highlights: highlights(identity, account),
    identity,
    playback: [
      ...unexpectedFact(account.unexpectedValues, 'profile', 'All preferences'),
      playback('autoSelectAudio', 'Audio and subtitle tracks', either('Chosen automatically', 'Chosen by hand')),
      playback('defaultAudioLanguage', 'Audio language', asLanguage, 'None set'),
      playback('defaultAudioLanguages', 'Audio languages', asLanguages, 'None set'),
      playback('defaultAudioAccessibility', 'Audio description', preference('accessible audio')),
      playback('autoSelectSubtitle', 'Subtitles', oneOf(subtitleModes)),
      playback('defaultSubtitleLanguage', 'Subtitle language', asLanguage, 'None set'),
      playback('defaultSubtitleLanguages', 'Subtitle languages', asLanguages, 'None set'),
      playback('defaultSubtitleAccessibility', 'Subtitles for the deaf (SDH)', preference('SDH')),
      playback('defaultSubtitleForced', 'Forced subtitles', preference('forced')),
      playback('watchedIndicator', 'Watched marks', oneOf(watchedMarks)),
      playback('mediaReviewsVisibility', 'Reviews shown (setting)', (value) => ({
        text: String(value),
        note: 'Sources disagree about what this number means.',
      })),
      playback('mediaReviewsLanguages', 'Review languages', asLanguages, 'None set'),
      playback('mediaPostsVisibility', 'Posts about media', either('Shown', 'Hidden')),
    ],
  };
}

function highlights(identity: readonly Fact[], { joinedAt }: Account): Fact[] {
  const joined = joinedAt ? formatDate(joinedAt) : '';
  return highlightKeys
    .flatMap((key) => identity.filter(({ path, value }) => path === key && !value.isEmpty))
    .map((fact) => (fact.path === 'joinedAt' && joined ? { ...fact, value: { ...fact.value, text: joined } } : fact));
}

/** The sound and subtitles of a video if the user chooses nothing. */
function answer({ profile }: Account): string {
  if (!profile) return 'plex.tv did not say how you like to watch.';
  return [audio(profile), subtitles(profile)].join(' ');
}

function audio({ autoSelectAudio, defaultAudioLanguage, defaultAudioLanguages }: Profile): string {
  const language = firstLanguage(defaultAudioLanguages, defaultAudioLanguage);
  if (autoSelectAudio === false) return 'Each video plays its default sound.';
  if (language) return `Sound plays in ${language} if a video has it.`;
  return autoSelectAudio === true
    ? 'Sound is chosen for you; no language is set.'
    : 'plex.tv did not say how sound is chosen.';
}

function subtitles({ autoSelectSubtitle, defaultSubtitleLanguage, defaultSubtitleLanguages }: Profile): string {
  const language = firstLanguage(defaultSubtitleLanguages, defaultSubtitleLanguage);
  const inLanguage = language ? `, in ${language}` : '';
  switch (autoSelectSubtitle) {
    case 0:
      return 'Subtitles appear only when you choose them.';
    case 1:
      return `Subtitles appear with foreign audio${inLanguage}.`;
    case 2:
      return `Subtitles always appear${inLanguage}.`;
    default:
      return 'plex.tv did not say when subtitles appear.';
  }
}

/** Prefers the list: it is the newer form, and only it has an order. */
function firstLanguage(list: Profile['defaultAudioLanguages'], single: string | null | undefined): string | undefined {
  const code = list?.[0] ?? single;
  return code ? languageName(code) : undefined;
}
