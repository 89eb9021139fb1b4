import type { SharingSettings } from '../../plex/access/friends.ts';
import { joinWords } from '../facts/join-words.ts';
import { lazyValue } from '../facts/lazy-value.ts';

const filters = {
  filterAll: 'everything',
  filterMovies: 'films',
  filterTelevision: 'series',
  filterMusic: 'music',
  filterPhotos: 'photos',
} as const;

const either = lazyValue(() => new Intl.ListFormat('en-GB', { type: 'disjunction' }));

/** What a friend may not do or see, in words: "no downloads", "films only rated G or PG". */
export function restrictionWords(settings: SharingSettings | null): string[] {
  if (!settings) return [];
  const limits = Object.entries(filters).flatMap(([key, kind]) =>
    filterWords(kind, settings[key as keyof typeof filters]),
  );
  return [...(settings.allowSync === false ? ['no downloads'] : []), ...limits];
}

/** What a friend may do beyond watching. */
export function permissionWords(settings: SharingSettings): string {
  const { allowSync, allowTuners, allowCameraUpload, allowSubtitleAdmin } = settings;
  const allowed = [
    allowSync && 'download',
    allowTuners && 'watch live TV',
    allowCameraUpload && 'upload photos',
    allowSubtitleAdmin && 'change subtitles',
  ].filter((word) => typeof word === 'string');
  return allowed.length > 0 ? `May ${joinWords(allowed)}` : 'May only watch';
}

/**
 * The words for one filter, such as "contentRating=G%2CPG|label!=Scary". Its parts are joined by `|` or `&`, the values of
 * a part by commas. A filter in another form is quoted.
 */
function filterWords(kind: string, filter: string | null): string[] {
  if (!filter) return [];
  return filter.split(/[|&]/).map((part) => {
    const [, key, isNot, values = ''] = /^(contentRating|label)(!?)=(.+)$/.exec(part) ?? [];
    const names = decode(values).split(',').filter(Boolean);
    if (!key || names.length === 0) return `${kind} filtered by “${part}”`;
    const what = key === 'contentRating' ? 'rated' : 'labelled';
    return `${kind} ${isNot ? 'not' : 'only'} ${what} ${either().format(names)}`;
  });
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
