import type { AccountSources } from '../../plex/access/sources.ts';
import type { Account } from '../../plex/account/account.ts';
import { Secret } from '../../plex/secrets/secret.ts';
import type { FactValue } from '../../ui/facts.tsx';
import type { Rows } from '../../ui/use-paged.tsx';
import { asReceived, hiddenPinHash } from '../facts/as-received.ts';
import { asAddress } from '../facts/fact-values.ts';
import { isPersonal } from '../facts/is-personal.ts';
import {
  childOf,
  childPath,
  type EverythingPart,
  everythingParts,
  isContainer,
  keysBelow,
  type Marks,
} from './everything-parts.ts';

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

export type EverythingRows = Rows<EverythingRow> & {
  /** All rows, in short lists: for work that gives the browser a turn in between. */
  inParts: () => Iterable<readonly EverythingRow[]>;
};

type CountedPart = {
  part: EverythingPart;
  count: number;
  /** The rows once they were read. */
  rows?: readonly EverythingRow[];
};

/** Every key of the replies with its received value, secrets hidden. Unknown and unexpected values are marked. */
export function everythingRows(account: Account, sources: AccountSources): EverythingRows {
  const parts = Array.from(
    everythingParts(account, sources),
    (part): CountedPart => ({ part, count: countRows(part) }),
  );
  return {
    length: parts.reduce((sum, { count }) => sum + count, 0),
    slice(start, end) {
      const found: EverythingRow[] = [];
      let index = 0;
      for (const part of parts) {
        if (index < end && index + part.count > start)
          for (const row of keptRows(part).slice(Math.max(0, start - index), end - index)) found.push(row);
        index += part.count;
      }
      return found;
    },
    *inParts() {
      for (const part of parts) yield keptRows(part);
    },
  };
}

/** The same rows in short lists, for Find. To count all rows first would take one long step. */
export function* everythingInParts(account: Account, sources: AccountSources): Generator<readonly EverythingRow[]> {
  for (const part of everythingParts(account, sources)) yield rowsOf(part);
}

/** Keeps the rows for the next letter of the filter. */
function keptRows(counted: CountedPart): readonly EverythingRow[] {
  counted.rows ??= rowsOf(counted.part);
  return counted.rows;
}

function rowsOf({ nodes, pathOf, parentMark, marks }: EverythingPart): EverythingRow[] {
  const rows: EverythingRow[] = [];
  for (const [index, node] of nodes.entries()) collect(rows, node, pathOf(index), parentMark, marks);
  return rows;
}

function collect(
  rows: EverythingRow[],
  node: unknown,
  path: string,
  parentMark: string | undefined,
  marks: Marks,
): void {
  const mark = marks.get(path) ?? parentMark;
  const keys = keysBelow(node, path, marks);
  if (keys.length === 0) rows.push(new EverythingRow(node, path, mark));
  for (const key of keys) collect(rows, childOf(node, key), childPath(node, path, key), mark, marks);
}

function countRows({ nodes, pathOf, marks }: EverythingPart): number {
  return nodes.reduce<number>((sum, node, index) => sum + countBelow(node, pathOf(index), marks), 0);
}

/** The number of rows that `collect` would make. Faster, because plain values are counted without their path. */
function countBelow(node: unknown, path: string, marks: Marks): number {
  let count = 0;
  for (const key of keysBelow(node, path, marks)) {
    const child = childOf(node, key);
    count += isContainer(child) ? countBelow(child, childPath(node, path, key), marks) : 1;
  }
  return count || 1;
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
