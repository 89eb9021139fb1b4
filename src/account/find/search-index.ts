import UFuzzy from '@leeoniya/ufuzzy';
import { cutText } from '../../ui/cut-text.ts';
import { everydayWordsFor } from './everyday-words.ts';
import type { Findable, FindableGroup } from './findable-rows.ts';

/** Findables of one group and section, with their texts. A chunk is searched in one step. */
export type Chunk = {
  group: FindableGroup;
  /** The number of findables in the chunks before this one. */
  start: number;
  findables: Findable[];
  /** What is searched: the shown text, then the other words. */
  texts: string[];
};

/** The texts of the whole page. It is read little by little, because an account may have 200,000 values. */
export type SearchIndex = {
  /** The chunks that are read, in the order of the page. */
  readonly chunks: readonly Chunk[];
  /** Reads one more findable. @returns false when everything is in the chunks. */
  readMore: () => boolean;
};

/** The characters of about 1,000 values: searching them takes few milliseconds, also for a tolerant search. */
const defaultChunkLength = 100_000;
/** No account has longer texts, and 10 MB would take minutes to search. */
export const maxTextLength = 5000;
const separator = ': ';

/** @param maxChunkLength how many characters a chunk may hold. The last text of a chunk may exceed it. */
export function createSearchIndex(
  findables: Iterable<Findable>,
  maxChunkLength: number = defaultChunkLength,
): SearchIndex {
  const source = findables[Symbol.iterator]();
  const chunks: Chunk[] = [];
  let open: Chunk | undefined;
  let openLength = 0;
  let count = 0;

  function close() {
    if (open) chunks.push(open);
    open = undefined;
    openLength = 0;
  }

  function add(findable: Findable) {
    const [last] = open?.findables ?? [];
    if (last && (last.group !== findable.group || last.sectionId !== findable.sectionId)) close();
    const text = foldAccents(searchedText(findable));
    open ??= { group: findable.group, start: count, findables: [], texts: [] };
    open.findables.push(findable);
    open.texts.push(text);
    openLength += text.length;
    count += 1;
    if (openLength >= maxChunkLength) close();
  }

  return {
    chunks,
    readMore() {
      const next = source.next();
      if (!next.done) add(withShortTexts(next.value));
      else if (open) close();
      else return false;
      return true;
    },
  };
}

function withShortTexts(findable: Findable): Findable {
  const { label, text, keywords } = findable;
  if (Math.max(label.length, text.length, keywords.length) <= maxTextLength) return findable;
  const cut = (long: string) => cutText(long, maxTextLength);
  return { ...findable, label: cut(label), text: cut(text), keywords: cut(keywords) };
}

/** The shown text comes first, so that a match in it ranks before one in the keywords. */
function searchedText({ label, text, keywords, topic }: Findable): string {
  return `${shownText(label, text)} ${keywords} ${everydayWordsFor(topic)}`;
}

export function shownText(label: string, text: string): string {
  return label === '' ? text : label + separator + text;
}

const isAscii = /^[ -~]*$/;

/** Keeps the length of the text, so that the positions of the matches are right. */
export function foldAccents(text: string): string {
  if (isAscii.test(text)) return text;
  const folded = text.normalize('NFD').replace(/\p{M}/gu, '');
  return folded.length === text.length ? folded : UFuzzy.latinize(text);
}
