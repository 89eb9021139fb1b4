import UFuzzy from '@leeoniya/ufuzzy';
import { cutText } from '../../ui/cut-text.ts';
import { everydayWordsFor } from './everyday-words.ts';
import type { Findable, FindableGroup } from './findable-rows.ts';

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

const groups: readonly { id: FindableGroup; title: string; maxResults: number }[] = [
  { id: 'facts', title: 'Answers and facts', maxResults: 7 },
  { id: 'features', title: 'Features', maxResults: 4 },
  { id: 'keys', title: 'As plex.tv wrote it', maxResults: 4 },
];

/** The words of a query may be in any order. More than three words have too many orders to try. */
const maxReorderedWords = 3;
/** Above this number the matches are not ranked: a query of one letter matches nearly everything. */
const maxRanked = 500;
const separator = ': ';
/** No account has longer texts, and 10 MB would take minutes to search. */
const maxTextLength = 5000;

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
  return [
    new UFuzzy(letters),
    new UFuzzy({ ...letters, intraMode: 1, intraIns: 1, intraSub: 1, intraTrn: 1, intraDel: 1 }),
    new UFuzzy({ ...letters, intraIns: 2 }),
  ];
}

/** Returns a function that finds the best matches for a query. It ignores case and accents and tolerates mistakes. */
export function createSearch(findables: readonly Findable[]): (query: string) => FindResults {
  const latin = createMatchers({});
  const unicode = createMatchers(anyLetters);
  const lists = groups.map(({ id, ...group }) => {
    const list = findables.filter((findable) => findable.group === id).map(withShortTexts);
    return { ...group, list, texts: list.map((findable) => foldAccents(searchedText(findable))) };
  });
  return (typed) => {
    // A minus sign before a word would mean "without" and quotes "exactly".
    const query = foldAccents(typed.replace(/["-]/g, ' ')).trim();
    if (query === '') return { groups: [], count: 0 };
    // Expressions for any letter take five times as long.
    for (const matcher of /^[ -~]*$/.test(query) ? latin : unicode) {
      const found = lists.map((searched) => {
        const { best, count } = matchIn(matcher, searched, query);
        const results = best.flatMap(({ index, ranges }) => resultOf(searched.list[index], ranges));
        return { title: searched.title, results, count };
      });
      const count = found.reduce((sum, group) => sum + group.count, 0);
      if (count > 0) {
        return { count, groups: found.flatMap(({ title, results }) => (results.length > 0 ? { title, results } : [])) };
      }
    }
    return { groups: [], count: 0 };
  };
}

function withShortTexts(findable: Findable): Findable {
  const { label, text, keywords } = findable;
  if (Math.max(label.length, text.length, keywords.length) <= maxTextLength) return findable;
  const cut = (long: string) => cutText(long, maxTextLength);
  return { ...findable, label: cut(label), text: cut(text), keywords: cut(keywords) };
}

/**
 * Ranks shown text before keywords, the beginning of a label or text before the rest, whole words before parts of words,
 * and labels that the match nearly fills before the others. Otherwise the order of the page decides.
 */
function compareMatches(list: readonly Findable[], info: UFuzzy.Info): (a: number, b: number) => number {
  const weigh = (at: number): number[] => {
    const { label = '', text = '', rank = 0 } = list[info.idx[at] ?? 0] ?? {};
    const start = info.start[at] ?? 0;
    const isKeyword = start >= shownText(label, text).length;
    const startInPart = start >= label.length ? start - shownText(label, '').length : start;
    const isBeginning = startInPart === 0;
    const [from = 0, to = 0] = info.ranges[at] ?? [];
    const isMuchOfLabel = to <= label.length && (to - from) * 3 >= label.length && label !== '';
    const order = info.idx[at] ?? 0;
    return [rank, Number(isKeyword), Number(!isBeginning), -(info.terms[at] ?? 0), Number(!isMuchOfLabel), order];
  };
  const weights = new Map(info.idx.map((_, at) => [at, weigh(at)]));
  return (a, b) => {
    const [first = [], second = []] = [weights.get(a), weights.get(b)];
    const differing = first.findIndex((weight, index) => weight !== second[index]);
    return (first[differing] ?? 0) - (second[differing] ?? 0);
  };
}

type SearchedList = { list: readonly Findable[]; texts: string[]; maxResults: number };

type Match = { index: number; ranges: readonly number[] };

function matchIn(
  matcher: UFuzzy,
  { list, texts, maxResults: max }: SearchedList,
  query: string,
): { best: Match[]; count: number } {
  const [indexes, info, order] = matcher.search(texts, query, maxReorderedWords, maxRanked);
  if (!indexes?.length) return { best: [], count: 0 };
  const best = order
    ? [...order]
        .sort(compareMatches(list, info))
        .slice(0, max)
        .map((at) => ({ index: info.idx[at] ?? 0, ranges: info.ranges[at] ?? [] }))
    : indexes.slice(0, max).map((index) => ({ index, ranges: [] }));
  return { best, count: order ? order.length : indexes.length };
}

/** The shown text comes first, so that a match in it ranks before one in the keywords. */
function searchedText({ label, text, keywords, topic }: Findable): string {
  return `${shownText(label, text)} ${keywords} ${everydayWordsFor(topic)}`;
}

function shownText(label: string, text: string): string {
  return label === '' ? text : label + separator + text;
}

/** Keeps the length of the text, so that the positions of the matches are right. */
function foldAccents(text: string): string {
  const folded = text.normalize('NFD').replace(/\p{M}/gu, '');
  return folded.length === text.length ? folded : UFuzzy.latinize(text);
}

function resultOf(findable: Findable | undefined, ranges: readonly number[]): FindResult[] {
  if (!findable) return [];
  const { label, text } = findable;
  return [{ findable, label: partsOf(label, 0, ranges), text: partsOf(text, shownText(label, '').length, ranges) }];
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
