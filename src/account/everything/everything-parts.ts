import { type AccountSources, type Source, sourceNames } from '../../plex/access/sources.ts';
import type { Account } from '../../plex/account/account.ts';
import type { ReceivedReply } from '../../plex/account/parse-reply.ts';
import { pathAsSent } from '../../plex/account/unwrap-lists.ts';
import { Secret } from '../../plex/secrets/secret.ts';
import { sourcePath } from '../facts/source-path.ts';

/** Words about a value, by its path. */
export type Marks = ReadonlyMap<string, string>;

/** A few neighbouring values of a reply. */
export type EverythingPart = {
  nodes: readonly unknown[];
  pathOf: (index: number) => string;
  parentMark: string | undefined;
  marks: Marks;
};

/** More would take longer to read than a step may take, fewer would make many parts. */
const nodesPerPart = 10;

/** The parts of the replies, in their order. */
export function* everythingParts(account: Account, sources: AccountSources): Generator<EverythingPart> {
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
    yield* partsBelow(value, pathOf(key), undefined, marks);
  }
}

/** Divides an object or a list, and the lists directly in it in the same way. */
function* partsBelow(
  node: unknown,
  path: string,
  parentMark: string | undefined,
  marks: Marks,
): Generator<EverythingPart> {
  const keys = keysBelow(node, path, marks);
  if (keys.length === 0) yield { nodes: [node], pathOf: () => path, parentMark, marks };
  const mark = marks.get(path) ?? parentMark;
  for (let start = 0; start < keys.length; start += nodesPerPart) {
    const neighbours = keys.slice(start, start + nodesPerPart);
    const nodes = neighbours.map((key) => childOf(node, key));
    const pathOf = (index: number) => childPath(node, path, neighbours[index] ?? '');
    if (!nodes.some(Array.isArray)) yield { nodes, pathOf, parentMark: mark, marks };
    else for (const [index, child] of nodes.entries()) yield* partsOfChild(child, pathOf(index), mark, marks);
  }
}

function* partsOfChild(
  child: unknown,
  path: string,
  parentMark: string | undefined,
  marks: Marks,
): Generator<EverythingPart> {
  if (Array.isArray(child)) yield* partsBelow(child, path, parentMark, marks);
  else yield { nodes: [child], pathOf: () => path, parentMark, marks };
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

/** The keys of the values with rows of their own. */
export function keysBelow(node: unknown, path: string, marks: Marks): string[] {
  return isContainer(node) && !isPlainList(node, path, marks) ? Object.keys(node) : [];
}

export function childOf(node: unknown, key: string): unknown {
  return (node as Record<string, unknown>)[key];
}

export function isContainer(node: unknown): node is object {
  return typeof node === 'object' && node !== null && !(node instanceof Secret);
}

/** A list of plain values is one row, unless an item has a mark. */
function isPlainList(node: object, path: string, marks: Marks): boolean {
  if (!Array.isArray(node) || node.some((child) => typeof child === 'object' && child !== null)) return false;
  return marks.size === 0 || !node.some((_, index) => marks.has(childPath(node, path, index)));
}

export function childPath(node: unknown, path: string, key: string | number): string {
  if (Array.isArray(node)) return `${path}[${key}]`;
  return path ? `${path}.${key}` : String(key);
}
