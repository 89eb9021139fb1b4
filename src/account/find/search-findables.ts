import UFuzzy from '@leeoniya/ufuzzy';
import type { Findable, FindableGroup } from './findable-rows.ts';
import { type Chunk, foldAccents, maxTextLength, type SearchIndex, shownText } from './search-index.ts';

/** A piece of a text, and whether the query matched it. */
export type Part = { text: string; isMatch: boolean };

export type FindResult = { findable: Findable; label: Part[]; text: Part[] };

type ResultGroup = { title: string; results: FindResult[] };

export type FindResults = {
  /** Groups without results are left out. */
  groups: ResultGroup[];
  /** The number of all matches. The groups hold the best ones. */
  count: number;
};

export type Search = {
  /** Runs the search when it is iterated. Each step takes few milliseconds. */
  steps: Iterable<void>;
  /** The results of the steps that were run. */
  results: () => FindResults;
};

const groups: readonly { id: FindableGroup; title: string; maxResults: number }[] = [
  { id: 'facts', title: 'Answers and facts', maxResults: 7 },
  { id: 'features', title: 'Features', maxResults: 4 },
  { id: 'keys', title: 'As plex.tv wrote it', maxResults: 4 },
];

/** The words of a query may be in any order. More than three words have too many orders to try. */
const maxReorderedWords = 3;
/** Mistakes in longer words are not tolerated. For 1,000 letters, the expression alone would take many seconds. */
const maxTolerantLength = 40;
/**
 * When more of a group match, the first ones of the page are shown without a ranking: a query of one letter matches nearly
 * everything. It counts the matches in all chunks.
 */
const maxRanked = 500;

// For names and titles in any script.
const anyLetters = {
  unicode: true,
  interSplit: "[^\\p{L}\\d']+",
  intraSplit: '\\p{Ll}\\p{Lu}',
  intraBound: '\\p{L}\\d|\\d\\p{L}|\\p{Ll}\\p{Lu}',
  intraChars: "[\\p{L}\\d']",
  intraContr: "'\\p{L}{1,2}\\b",
};

/** From strict to tolerant: as typed, then with one mistake in each word, then with letters left out. */
function createMatchers(letters: UFuzzy.Options): UFuzzy[] {
  // The matches are sorted here. Without `compare`, each matcher would make a collator.
  const options: UFuzzy.Options = { ...letters, sort: ({ idx }) => idx.map((_, at) => at), compare: () => 0 };
  return [
    new UFuzzy(options),
    new UFuzzy({ ...options, intraMode: 1, intraIns: 1, intraSub: 1, intraTrn: 1, intraDel: 1 }),
    new UFuzzy({ ...options, intraIns: 2 }),
  ];
}

/** Returns a function that searches for the best matches of a query. It ignores case and accents and tolerates mistakes. */
export function createSearch(index: SearchIndex): (query: string) => Search {
  const latin = createMatchers({});
  const unicode = createMatchers(anyLetters);
  return (typed) => {
    // A minus sign before a word would mean "without" and quotes "exactly".
    const query = foldAccents(typed.slice(0, maxTextLength).replace(/["-]/g, ' ')).trim();
    // Expressions for any letter take five times as long.
    const matchers = /^[ -~]*$/.test(query) ? latin : unicode;
    const found = groups.map(createMatchList);
    return {
      steps: query === '' ? readAll(index) : searchIn(index, suitable(matchers, query), query, found),
      results: () => resultsOf(found),
    };
  };
}

function suitable(matchers: readonly UFuzzy[], query: string): readonly UFuzzy[] {
  const isLong = matchers[0]?.split(query).some(({ length }) => length > maxTolerantLength);
  return isLong ? matchers.slice(0, 1) : matchers;
}

/** Without a query there is nothing to search. Reading the page makes the next search faster. */
function* readAll({ readMore }: SearchIndex) {
  while (readMore()) yield;
}

/** A tolerant matcher is tried when the stricter ones have found nothing in all chunks. */
function* searchIn(index: SearchIndex, matchers: readonly UFuzzy[], query: string, found: readonly MatchList[]) {
  for (const matcher of matchers) {
    for (let next = 0; next < index.chunks.length || index.readMore(); ) {
      const chunk = index.chunks[next];
      if (chunk) {
        addMatches(found, chunk, matcher, query);
        next += 1;
      }
      yield;
    }
    if (found.some(({ count }) => count > 0)) return;
  }
}

type Match = { findable: Findable; ranges: readonly number[]; weights: readonly number[] };

/** The matches of a group. */
type MatchList = {
  group: FindableGroup;
  title: string;
  maxResults: number;
  count: number;
  isRanked: boolean;
  /** All matches of a ranked list; of another one at least the first. */
  matches: Match[];
};

function createMatchList({ id, title, maxResults }: (typeof groups)[number]): MatchList {
  return { group: id, title, maxResults, count: 0, isRanked: true, matches: [] };
}

function addMatches(found: readonly MatchList[], chunk: Chunk, matcher: UFuzzy, query: string): void {
  const list = found.find(({ group }) => group === chunk.group);
  if (!list) return;
  const [indexes, info] = matcher.search(chunk.texts, query, maxReorderedWords, maxRanked - list.count);
  if (!indexes?.length) return;
  list.count += indexes.length;
  if (info) {
    list.matches.push(...info.idx.flatMap((index, at) => matchOf(chunk, index, info, at)));
  } else {
    list.isRanked = false;
    const first = indexes.slice(0, list.maxResults);
    list.matches.push(...first.flatMap((index) => matchOf(chunk, index)));
  }
}

function matchOf({ findables, start }: Chunk, index: number, info?: UFuzzy.Info, at = 0): Match[] {
  const findable = findables[index];
  if (!findable) return [];
  if (!info) return [{ findable, ranges: [], weights: [] }];
  const weights = [...weigh(findable, info, at), start + index];
  return [{ findable, ranges: info.ranges[at] ?? [], weights }];
}

/**
 * Ranks shown text before keywords, the beginning of a label or text before the rest, whole words before parts of words,
 * and labels that the match nearly fills before the others. Otherwise the order of the page decides.
 */
function weigh({ label, text, rank }: Findable, info: UFuzzy.Info, at: number): number[] {
  const start = info.start[at] ?? 0;
  const isKeyword = start >= shownText(label, text).length;
  const startInPart = start >= label.length ? start - shownText(label, '').length : start;
  const isBeginning = startInPart === 0;
  const [from = 0, to = 0] = info.ranges[at] ?? [];
  const isMuchOfLabel = to <= label.length && (to - from) * 3 >= label.length && label !== '';
  return [rank, Number(isKeyword), Number(!isBeginning), -(info.terms[at] ?? 0), Number(!isMuchOfLabel)];
}

function compareMatches({ weights: first }: Match, { weights: second }: Match): number {
  const differing = first.findIndex((weight, index) => weight !== second[index]);
  return (first[differing] ?? 0) - (second[differing] ?? 0);
}

function resultsOf(found: readonly MatchList[]): FindResults {
  return {
    count: found.reduce((sum, { count }) => sum + count, 0),
    groups: found.flatMap((list) => {
      const results = bestOf(list).map(resultOf);
      return results.length > 0 ? { title: list.title, results } : [];
    }),
  };
}

function bestOf({ isRanked, matches, maxResults }: MatchList): Match[] {
  if (isRanked) return [...matches].sort(compareMatches).slice(0, maxResults);
  return matches.slice(0, maxResults).map((match) => ({ ...match, ranges: [] }));
}

function resultOf({ findable, ranges }: Match): FindResult {
  const { label, text } = findable;
  return { findable, label: partsOf(label, 0, ranges), text: partsOf(text, shownText(label, '').length, ranges) };
}

/** @param start the place of the text in the searched text. The ranges are places in the searched text. */
function partsOf(text: string, start: number, ranges: readonly number[]): Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (let index = 0; index < ranges.length; index += 2) {
    const from = Math.max((ranges[index] ?? 0) - start, end);
    const to = Math.min((ranges[index + 1] ?? 0) - start, text.length);
    if (to <= from) continue;
    if (from > end) parts.push({ text: text.slice(end, from), isMatch: false });
    parts.push({ text: text.slice(from, to), isMatch: true });
    end = to;
  }
  if (end < text.length) parts.push({ text: text.slice(end), isMatch: false });
  return parts;
}
