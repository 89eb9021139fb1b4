import { holdsCredential, isCredentialName, RemovedCredentials } from './credentials.ts';

/** The replies that the page uses are three levels deep. */
const maxDepth = 32;

const declaration =
  /<\?xml\s+version\s*=\s*(["'])1\.[01]\1(?:\s+encoding\s*=\s*(["'])utf-8\2)?(?:\s+standalone\s*=\s*(["'])(?:yes|no)\3)?\s*\?>/iy;
const blanks = /[ \t\r\n]*/y;
const startOfTag = /<([A-Za-z_][\w.-]*)/y;
const endTag = /<\/([A-Za-z_][\w.-]*)[ \t\r\n]*>/y;
const endOfTag = /[ \t\r\n]*(\/?)>/y;
const attribute = /[ \t\r\n]+([A-Za-z_][\w.-]*)[ \t\r\n]*=[ \t\r\n]*(?:"([^"<]*)"|'([^'<]*)')/y;

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Removes the credentials from XML of plex.tv and writes it anew. This XML has elements with attributes and nothing else.
 * So text, CDATA, comments, a DTD, namespaces and own entities are refused: a browser could read them in another way than
 * this relay.
 *
 * @returns undefined when the text has anything else, is not well-formed, has an attribute twice, nests too deeply, or
 * repeats a removed credential in another place.
 */
export function cleanXml(xml: string): string | undefined {
  const removed = new RemovedCredentials();
  try {
    const cleaned = rewrite(new Reader(xml), removed);
    return removed.isIn(cleaned) ? undefined : cleaned;
  } catch (error) {
    if (error instanceof UnreadableXmlError) return undefined;
    throw error;
  }
}

class UnreadableXmlError extends Error {}

/** Reads a text from its beginning, one pattern after the other. */
class Reader {
  readonly #text: string;
  #position = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get isAtEnd(): boolean {
    return this.#position >= this.#text.length;
  }

  /** Matches a sticky pattern at the current position, and moves the position after the match. */
  read(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#position;
    const match = pattern.exec(this.#text);
    if (match) this.#position = pattern.lastIndex;
    return match;
  }
}

function rewrite(reader: Reader, removed: RemovedCredentials): string {
  const written = ['<?xml version="1.0" encoding="UTF-8"?>\n'];
  const open: string[] = [];
  /** The depth of the element that is removed now, with its children. */
  let removedDepth = Number.POSITIVE_INFINITY;
  let hasRoot = false;
  reader.read(declaration);
  while (true) {
    reader.read(blanks);
    const [, closed] = reader.read(endTag) ?? [];
    if (closed !== undefined) {
      if (open.pop() !== closed) throw new UnreadableXmlError();
      if (open.length < removedDepth) written.push(`</${closed}>`);
      if (open.length === removedDepth) removedDepth = Number.POSITIVE_INFINITY;
      continue;
    }
    if (open.length === 0 && hasRoot) break;
    const [, name] = reader.read(startOfTag) ?? [];
    if (name === undefined || open.length > maxDepth) throw new UnreadableXmlError();
    hasRoot = true;
    if (isCredentialName(name)) removedDepth = Math.min(removedDepth, open.length);
    const attributes = readAttributes(reader, removed, open.length >= removedDepth);
    const [, slash] = reader.read(endOfTag) ?? [];
    if (slash === undefined) throw new UnreadableXmlError();
    if (open.length < removedDepth) written.push(`<${name}${attributes}${slash}>`);
    if (slash === '') open.push(name);
    else if (open.length === removedDepth) removedDepth = Number.POSITIVE_INFINITY;
  }
  if (!reader.isAtEnd) throw new UnreadableXmlError();
  return written.join('');
}

/** @param isRemoved whether the element is removed, and its attributes with it. */
function readAttributes(reader: Reader, removed: RemovedCredentials, isRemoved: boolean): string {
  const names = new Set<string>();
  let written = '';
  for (let match = reader.read(attribute); match; match = reader.read(attribute)) {
    const [, name = '', inDoubleQuotes, inQuotes = ''] = match;
    if (names.has(name)) throw new UnreadableXmlError();
    names.add(name);
    const value = decode(inDoubleQuotes ?? inQuotes);
    if (isRemoved || isCredentialName(name)) removed.add(value);
    else if (!holdsCredential(value)) written += ` ${name}="${encode(value)}"`;
  }
  return written;
}

/** XML allows no control characters but tab and line breaks, and no halves of a surrogate pair. */
const forbidden = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u;

function decode(value: string): string {
  const decoded = value.replace(/[\t\n\r]/g, ' ').replace(/&([^;&]{0,10};)?/g, (_, reference?: string) => {
    const name = reference?.slice(0, -1) ?? '';
    if (Object.hasOwn(entities, name)) return entities[name] ?? '';
    const [, decimal, hex] = /^#(?:(\d+)|x([\da-f]+))$/i.exec(name) ?? [];
    const codePoint = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
    if (!(codePoint <= 0x10ffff)) throw new UnreadableXmlError();
    return String.fromCodePoint(codePoint);
  });
  if (forbidden.test(decoded)) throw new UnreadableXmlError();
  return decoded;
}

function encode(value: string): string {
  return value.replace(/[&<>"\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}
