/** A token of plex.tv: 20 characters of this alphabet. Other programs also show longer and shorter ones. */
const usualToken = /^[\w-]{20}$/;
const possibleToken = /^[\w-]{10,200}$/;
/** Three base64url parts, the first of which begins like JSON. */
const jwt = /^eyJ[\w-]*\.[\w-]+\.[\w-]+$/;

/** The labels before an account's token, then the labels before any token. The first that is found counts. */
const labels = [
  /x[-_]plex[-_]token|auth(?:entication)?[-_]?token|(?:my)?plex[-_]?(?:online|access)?[-_]?token/,
  /bearer|[\w-]*token/,
];

/** A word, a separator, and characters that may be a token. White space inside can come from a line break. */
const labelledTexts = labels.map(
  ({ source }) =>
    new RegExp(
      `(?<![\\w-])(?:${source})(?:["'\`]?\\s*(?:is\\b\\s*)?(?:[:=>]+|\\s)\\s*["'\`]?)([\\w.-]+(?:\\s+[\\w.-]+){0,30})`,
      'gi',
    ),
);

type FoundToken = { kind: 'token'; token: string } | { kind: 'none' | 'several' };

/**
 * Finds the token in a pasted text: alone, with the name of its header, in an address, in JSON, XML or a settings file,
 * in quotes, or broken into lines. A text that may hold something else is refused, so that it is not sent.
 */
export function findToken(pasted: string): FoundToken {
  const text = plainText(pasted);
  for (const labelledText of labelledTexts) {
    const found = Array.from(text.matchAll(labelledText), ({ 1: value = '' }) => joinFragments(value));
    const tokens = new Set(found.filter((token) => token !== undefined));
    const [token] = tokens;
    if (token) return tokens.size === 1 ? { kind: 'token', token } : { kind: 'several' };
  }
  return findBareToken(text);
}

function findBareToken(text: string): FoundToken {
  const bare = text.replace(/^[\s"'`<>()[\]{},;.]+|[\s"'`<>()[\]{},;.]+$/g, '');
  const joined = bare.replace(/\s+/g, '');
  if (usualToken.test(joined) || jwt.test(joined)) return { kind: 'token', token: joined };
  const tokens = new Set(bare.split(/\s+/).filter((word) => usualToken.test(word) || jwt.test(word)));
  if (tokens.size > 1) return { kind: 'several' };
  const isToken = possibleToken.test(bare) && !/^x[-_]plex[-_]token$/i.test(bare);
  return isToken ? { kind: 'token', token: bare } : { kind: 'none' };
}

/** Undoes what browsers, chat programs and other programs do to a text that is copied from them. */
function plainText(pasted: string): string {
  return percentDecoded(pasted.normalize('NFKC'))
    .replace(/\\u([0-9a-f]{4})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\\[nrt]/g, ' ')
    .replaceAll('\\', '')
    .replace(/&(?:quot|#34|#39|apos);/gi, '"')
    .replace(/&amp;/gi, '&')
    .replace(/[“”„‟«»‘’‚‛‹›]/g, '"')
    .replace(/[‐−]/g, '-')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '');
}

/** Decodes ASCII characters only. An address inside another address is encoded twice. */
function percentDecoded(text: string): string {
  const decode = (encoded: string) =>
    encoded.replace(/%([2-7][0-9a-f])/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return decode(decode(text));
}

/** Joins a token that was broken into lines, and leaves out the words after a token. */
function joinFragments(value: string): string | undefined {
  const fragments = value.split(/\s+/).map((fragment) => fragment.replace(/^\.+|\.+$/g, ''));
  const [first = ''] = fragments;
  const joined = fragments.join('');
  if (jwt.test(joined)) return joined;
  const isComplete = usualToken.test(first) || jwt.test(first);
  if (isComplete) return first;
  const start = fragments
    .map((_, count) => fragments.slice(0, count + 1).join(''))
    .find((text) => usualToken.test(text));
  return start ?? (fragments.length === 1 && possibleToken.test(first) ? first : undefined);
}
