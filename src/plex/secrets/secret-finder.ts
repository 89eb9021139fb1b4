import { hiddenText } from './secret.ts';

/*
 * Finds secrets that plex.tv repeats in another text, also when they are encoded: in another case, backwards, as base64,
 * hexadecimal, percent-encoded, with HTML entities or JSON escapes, in another Unicode form, or with blanks in between.
 */

export type SecretFinder = {
  /** Whether a text contains one of the secrets, as it is or encoded. */
  isIn: (text: string) => boolean;
  /** Replaces the secrets in a text that are not encoded. Undefined when a secret cannot be removed safely. */
  remove: (text: string) => string | undefined;
};

/** A shorter secret may be a part of ordinary words. The gaps in these words would then show the secret. */
const minRemovableLength = 4;

/** Encodings may be nested, such as a percent-encoded text in JSON. */
const maxDecodings = 3;

export function secretFinder(secrets: Iterable<string>): SecretFinder {
  const distinct = [...new Set(secrets)].filter((secret) => secret !== '');
  const folded = patternSet(distinct.flatMap(foldedForms));
  const exact = patternSet(distinct.flatMap(base64Forms));
  const isIn = (text: string) =>
    distinct.length > 0 && decodings(text).some((form) => folded(fold(form)) || exact(form.replace(/\s+/g, '')));

  function remove(text: string): string | undefined {
    if (!isIn(text)) return text;
    const removable = distinct.filter((secret) => secret.length >= minRemovableLength);
    if (removable.length === 0) return undefined;
    // One pass, longest first: a secret must not be found in the text that replaces another.
    const pattern = removable
      .sort((a, b) => b.length - a.length)
      .map(escapePattern)
      .join('|');
    const parts = text.split(new RegExp(pattern, 'g'));
    // The parts are checked as one text too, because an encoded secret may lie across a removed one.
    return isIn(parts.join('\n')) || isIn(parts.join(hiddenText)) ? undefined : parts.join(hiddenText);
  }

  return { isIn, remove };
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** Removes case, blanks, invisible characters and differences of Unicode form. `+` is a blank in HTML forms. */
function fold(text: string): string {
  const visible = text.replace(/[\s+]+/g, '');
  // Most texts are plain ASCII, and the code below is slow.
  if (/^[!-~]*$/.test(visible)) return visible.toLowerCase();
  return visible
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .normalize('NFKD')
    .toUpperCase()
    .toLowerCase();
}

function foldedForms(secret: string): string[] {
  const hex = Array.from(new TextEncoder().encode(secret), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [fold(secret), fold([...secret.normalize('NFC')].reverse().join('')), hex].filter((form) => form !== '');
}

/**
 * The part of a base64 text that only depends on the secret, for each of its three positions in a longer text. Both
 * alphabets.
 */
function base64Forms(secret: string): string[] {
  const bytes = new TextEncoder().encode(secret);
  const forms = [0, 1, 2].map((offset) => {
    const padded = new Uint8Array(offset + bytes.length);
    padded.set(bytes, offset);
    const text = btoa(Array.from(padded, (byte) => String.fromCharCode(byte)).join(''));
    return text.slice(Math.ceil((offset * 8) / 6), Math.floor((padded.length * 8) / 6));
  });
  return forms.flatMap((form) => [form, form.replaceAll('+', '-').replaceAll('/', '_')]).filter((form) => form !== '');
}

/** The text and its decoded forms. It is decoded again until nothing changes, three times at most. */
function decodings(text: string): string[] {
  const forms = [text];
  for (let round = 0; round < maxDecodings; round += 1) {
    const decoded = decode(forms.at(-1) ?? '');
    if (decoded === forms.at(-1)) break;
    forms.push(decoded);
  }
  return forms;
}

const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  Tab: '\t',
  NewLine: '\n',
  excl: '!',
  num: '#',
  dollar: '$',
  percnt: '%',
  lpar: '(',
  rpar: ')',
  ast: '*',
  midast: '*',
  plus: '+',
  comma: ',',
  hyphen: '-',
  dash: '-',
  period: '.',
  sol: '/',
  colon: ':',
  semi: ';',
  equals: '=',
  quest: '?',
  commat: '@',
  lsqb: '[',
  lbrack: '[',
  bsol: '\\',
  rsqb: ']',
  rbrack: ']',
  Hat: '^',
  lowbar: '_',
  UnderBar: '_',
  grave: '`',
  lcub: '{',
  lbrace: '{',
  verbar: '|',
  vert: '|',
  rcub: '}',
  rbrace: '}',
  szlig: 'ß',
  aelig: 'æ',
  AElig: 'Æ',
  oslash: 'ø',
  Oslash: 'Ø',
};

const accents: Record<string, string> = {
  grave: '\u0300',
  acute: '\u0301',
  circ: '\u0302',
  tilde: '\u0303',
  uml: '\u0308',
  ring: '\u030A',
  caron: '\u030C',
  cedil: '\u0327',
};

const jsonEscapes: Record<string, string> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };

function decode(text: string): string {
  if (!/[%&\\]/.test(text)) return text;
  return text
    .replace(/(?:%[0-9a-f]{2})+/gi, decodePercent)
    .replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{1,10}));?/gi, decodeEntity)
    .replace(/\\(?:u\{([0-9a-f]{1,6})\}|u([0-9a-f]{4})|x([0-9a-f]{2})|(.))/gis, decodeEscape);
}

function decodePercent(run: string): string {
  const bytes = run
    .slice(1)
    .split('%')
    .map((byte) => Number.parseInt(byte, 16));
  return new TextDecoder().decode(new Uint8Array(bytes));
}

function decodeEntity(entity: string, hex?: string, decimal?: string, name = ''): string {
  if (hex) return fromCodePoint(Number.parseInt(hex, 16));
  if (decimal) return fromCodePoint(Number(decimal));
  if (Object.hasOwn(entities, name)) return entities[name] ?? entity;
  const accent = name.slice(1);
  return Object.hasOwn(accents, accent) ? `${name[0]}${accents[accent]}` : entity;
}

function decodeEscape(match: string, long?: string, unit?: string, byte?: string, character = ''): string {
  const hex = long ?? unit ?? byte;
  if (hex) return fromCodePoint(Number.parseInt(hex, 16));
  return jsonEscapes[character] ?? (character || match);
}

function fromCodePoint(codePoint: number): string {
  return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : '';
}

/** Looks many patterns up by their first characters, because a reply may hold thousands of tokens. */
function patternSet(patterns: readonly string[]): (text: string) => boolean {
  const distinct = [...new Set(patterns)];
  if (distinct.length <= 200) return (text) => distinct.some((pattern) => text.includes(pattern));
  const startLength = distinct.reduce((shortest, { length }) => Math.min(shortest, length), Number.POSITIVE_INFINITY);
  const byStart = new Map<string, string[]>();
  for (const pattern of distinct) {
    const start = pattern.slice(0, startLength);
    const others = byStart.get(start);
    if (others) others.push(pattern);
    else byStart.set(start, [pattern]);
  }
  return (text) => {
    for (let index = 0; index <= text.length - startLength; index += 1) {
      const found = byStart.get(text.slice(index, index + startLength));
      if (found?.some((pattern) => text.startsWith(pattern, index))) return true;
    }
    return false;
  };
}
