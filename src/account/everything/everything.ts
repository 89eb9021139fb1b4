import { type AccountSources, type Source, type SourceName, sourceNames } from '../../plex/access/sources.ts';
import type { Account } from '../../plex/account/account.ts';
import { pathAsSent } from '../../plex/account/unwrap-lists.ts';
import { Secret } from '../../plex/secrets/secret.ts';
import type { FactValue } from '../../ui/facts.tsx';
import { asReceived, hiddenPinHash } from '../facts/as-received.ts';
import { asAddress } from '../facts/fact-values.ts';
import { isPersonal } from '../facts/is-personal.ts';
import { sourcePath } from '../facts/source-path.ts';

/** The values are getters: a reply may have many thousand rows, and few are drawn. */
export type EverythingRow = {
  path: string;
  readonly value: FactValue;
  /** Lower case, for the filter; holds no secret. */
  readonly searchable: string;
};

/** Every key of the reply with its received value, secrets hidden. Unknown and unexpected values are marked. */
export function everythingView(account: Account, sources: AccountSources): EverythingRow[] {
  const pathOf = (path: string) => pathAsSent(path, account.wrappedLists);
  const marks = new Map<string, string>([
    ...account.unexpectedValues.map(({ path }) => [pathOf(path), 'not as expected'] as const),
    ...account.unknownFields.map(({ path }) => [pathOf(path), 'unknown to this page'] as const),
  ]);
  const rows: EverythingRow[] = [];
  collect(rows, account.received, '', undefined, marks);
  for (const name of sourceNames) collectSource(rows, name, sources[name]);
  return rows;
}

/** The values of a source. Their paths begin with the path of the request. */
function collectSource(rows: EverythingRow[], name: SourceName, source: Source<unknown>): void {
  if (source.state !== 'ready') return;
  const pathOf = (path: string) => sourcePath(name, path);
  const marks = new Map<string, string>([
    ...source.unexpectedValues.map(({ path }) => [pathOf(path), 'not as expected'] as const),
    ...source.unknownFields.map(({ path }) => [pathOf(path), 'unknown to this page'] as const),
  ]);
  for (const [key, value] of Object.entries(source.received)) collect(rows, value, pathOf(key), undefined, marks);
}

function collect(
  rows: EverythingRow[],
  node: unknown,
  path: string,
  parentMark: string | undefined,
  marks: Map<string, string>,
): void {
  const mark = marks.get(path) ?? parentMark;
  const children = childrenOf(node, path, marks);
  if (children.length === 0) rows.push(row(node, path, mark));
  for (const [child, childPath] of children) collect(rows, child, childPath, mark, marks);
}

/** The parts with rows of their own. A list of plain values is one row, unless an item has a mark. */
function childrenOf(node: unknown, path: string, marks: Map<string, string>): [child: unknown, path: string][] {
  if (typeof node !== 'object' || node === null || node instanceof Secret) return [];
  if (!Array.isArray(node)) {
    return Object.entries(node).map(([key, child]) => [child, path ? `${path}.${key}` : key]);
  }
  const items = node.map((child, index): [unknown, string] => [child, `${path}[${index}]`]);
  const isPlainList = items.every(
    ([child, childPath]) => (typeof child !== 'object' || child === null) && !marks.has(childPath),
  );
  return isPlainList ? [] : items;
}

function row(node: unknown, path: string, mark: string | undefined): EverythingRow {
  let searchable: string | undefined;
  return {
    path,
    get value() {
      return factValue(node, path, mark);
    },
    get searchable() {
      searchable ??= searchableOf(factValue(node, path, mark), path);
      return searchable;
    },
  };
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
