import { type AccountSources, type Source, sourceNames } from '../../plex/access/sources.ts';
import type { Account } from '../../plex/account/account.ts';
import type { ReceivedReply } from '../../plex/account/parse-reply.ts';
import { pathAsSent } from '../../plex/account/unwrap-lists.ts';
import { Secret } from '../../plex/secrets/secret.ts';
import type { FactValue } from '../../ui/facts.tsx';
import type { Rows } from '../../ui/use-paged.tsx';
import { asReceived, hiddenPinHash } from '../facts/as-received.ts';
import { asAddress } from '../facts/fact-values.ts';
import { isPersonal } from '../facts/is-personal.ts';
import { sourcePath } from '../facts/source-path.ts';

/** A key with its received value. They are made when they are read: 10,000 devices have 200,000, and few are drawn. */
class EverythingRow {
  readonly path: string;
  readonly #node: unknown;
  readonly #mark: string | undefined;
  #searchable: string | undefined;

  constructor(node: unknown, path: string, mark: string | undefined) {
    this.path = path;
    this.#node = node;
    this.#mark = mark;
  }

  get value(): FactValue {
    return factValue(this.#node, this.path, this.#mark);
  }

  /** Lower case, for the filter; holds no secret. */
  get searchable(): string {
    this.#searchable ??= searchableOf(this.value, this.path);
    return this.#searchable;
  }
}

export type { EverythingRow };

/** A part of a reply, and its rows once they were read. */
type EverythingPart = {
  node: unknown;
  path: string;
  parentMark: string | undefined;
  marks: Marks;
  rows?: readonly EverythingRow[];
};

export type EverythingRows = Rows<EverythingRow> & {
  /** All rows, in short lists: for work that gives the browser a turn in between. */
  inParts: () => Iterable<readonly EverythingRow[]>;
};

type Marks = ReadonlyMap<string, string>;

/** Every key of the replies with its received value, secrets hidden. Unknown and unexpected values are marked. */
export function everythingRows(account: Account, sources: AccountSources): EverythingRows {
  const parts = Array.from(everythingParts(account, sources), (part) => ({ part, count: countRows(part) }));
  return {
    length: parts.reduce((sum, { count }) => sum + count, 0),
    slice(start, end) {
      const found: EverythingRow[] = [];
      let index = 0;
      for (const { part, count } of parts) {
        if (index < end && index + count > start)
          for (const row of rowsOf(part).slice(Math.max(0, start - index), end - index)) found.push(row);
        index += count;
      }
      return found;
    },
    *inParts() {
      for (const { part } of parts) yield rowsOf(part);
    },
  };
}

/** The same rows in short lists, for Find. To count all rows first would take one long step. */
export function* everythingInParts(account: Account, sources: AccountSources): Generator<readonly EverythingRow[]> {
  for (const part of everythingParts(account, sources)) yield rowsOf(part);
}

function* everythingParts(account: Account, sources: AccountSources): Generator<EverythingPart> {
  yield* partsOf(
    account.received,
    (key) => key,
    marksOf(account, (path) => pathAsSent(path, account.wrappedLists)),
  );
  for (const name of sourceNames) {
    const source: Source<unknown> = sources[name];
    // The paths of a source begin with the path of its request.
    const pathOf = (path: string) => sourcePath(name, path);
    if (source.state === 'ready') yield* partsOf(source.received, pathOf, marksOf(source, pathOf));
  }
}

function* partsOf(
  received: Record<string, unknown>,
  pathOf: (key: string) => string,
  marks: Marks,
): Generator<EverythingPart> {
  for (const [key, value] of Object.entries(received)) {
    yield* partsBelow({ node: value, path: pathOf(key), parentMark: undefined, marks });
  }
}

/** Each item of a list is a part, and each value of an object. A list among them is divided too, at any depth. */
function* partsBelow(whole: EverythingPart): Generator<EverythingPart> {
  const { node, path, marks } = whole;
  const children = childrenOf(node, path, marks);
  if (children.length === 0) yield whole;
  const parentMark = marks.get(path) ?? whole.parentMark;
  for (const [child, childPath] of children) {
    const part = { node: child, path: childPath, parentMark, marks };
    if (Array.isArray(child)) yield* partsBelow(part);
    else yield part;
  }
}

function marksOf(
  { unexpectedValues, unknownFields }: Pick<ReceivedReply, 'unexpectedValues' | 'unknownFields'>,
  pathOf: (path: string) => string,
): Marks {
  return new Map([
    ...unexpectedValues.map(({ path }) => [pathOf(path), 'not as expected'] as const),
    ...unknownFields.map(({ path }) => [pathOf(path), 'unknown to this page'] as const),
  ]);
}

function rowsOf(part: EverythingPart): readonly EverythingRow[] {
  if (!part.rows) {
    const rows: EverythingRow[] = [];
    collect(rows, part.node, part.path, part.parentMark, part.marks);
    part.rows = rows;
  }
  return part.rows;
}

function collect(
  rows: EverythingRow[],
  node: unknown,
  path: string,
  parentMark: string | undefined,
  marks: Marks,
): void {
  const mark = marks.get(path) ?? parentMark;
  const children = childrenOf(node, path, marks);
  if (children.length === 0) rows.push(new EverythingRow(node, path, mark));
  for (const [child, childPath] of children) collect(rows, child, childPath, mark, marks);
}

function countRows({ node, path, marks }: EverythingPart): number {
  return countBelow(node, path, marks);
}

/** The number of rows that `collect` would make. Faster, because plain values are counted without their path. */
function countBelow(node: unknown, path: string, marks: Marks): number {
  if (!isContainer(node) || isPlainList(node, path, marks)) return 1;
  let count = 0;
  for (const key of Object.keys(node)) {
    const child = (node as Record<string, unknown>)[key];
    count += isContainer(child) ? countBelow(child, childPath(node, path, key), marks) : 1;
  }
  return count || 1;
}

/** The parts with rows of their own. */
function childrenOf(node: unknown, path: string, marks: Marks): [child: unknown, path: string][] {
  if (!isContainer(node) || isPlainList(node, path, marks)) return [];
  return Object.entries(node).map(([key, child]) => [child, childPath(node, path, key)]);
}

function isContainer(node: unknown): node is object {
  return typeof node === 'object' && node !== null && !(node instanceof Secret);
}

/** A list of plain values is one row, unless an item has a mark. */
function isPlainList(node: object, path: string, marks: Marks): boolean {
  if (!Array.isArray(node)) return false;
  return node.every(
    (child, index) => (typeof child !== 'object' || child === null) && !marks.has(childPath(node, path, index)),
  );
}

function childPath(node: object, path: string, key: string | number): string {
  if (Array.isArray(node)) return `${path}[${key}]`;
  return path ? `${path}.${key}` : String(key);
}

function searchableOf({ items, text, mark = '' }: FactValue, path: string): string {
  return `${path} ${items?.join(' ') ?? text} ${mark}`.toLowerCase();
}

function factValue(node: unknown, path: string, mark: string | undefined): FactValue {
  const value = path === 'pin' && node instanceof Secret ? hiddenPinHash : receivedValue(node);
  const host = path === 'thumb' && typeof node === 'string' ? asAddress(node).note : undefined;
  // An unknown value may be personal.
  return { ...value, mark, note: host, isPersonal: mark !== undefined || isPersonal(path) };
}

function receivedValue(node: unknown): FactValue {
  if (Array.isArray(node) && node.length > 0) return { text: '', items: node.map(String) };
  return asReceived(node as Parameters<typeof asReceived>[0]);
}
