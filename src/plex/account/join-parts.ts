import type { Redacted } from '../secrets/redact.ts';
import type { ReceivedReply } from './parse-reply.ts';

type JoinedParts = Pick<ReceivedReply, 'unexpectedValues' | 'unknownFields'> & { received: Redacted[] };

/** Joins the parts of a list that was parsed in parts. The paths are those in the whole list. */
export function joinParts(name: string, parts: readonly ReceivedReply[]): JoinedParts {
  const joined: JoinedParts = { received: [], unexpectedValues: [], unknownFields: [] };
  for (const { received, unexpectedValues, unknownFields } of parts) {
    const offset = joined.received.length;
    const inWhole = <Item extends { path: string }>(item: Item) => ({
      ...item,
      path: movedPath(item.path, name, offset),
    });
    const items = received[name];
    // One by one: a call takes only so many arguments.
    if (Array.isArray(items)) for (const item of items) joined.received.push(item);
    for (const value of unexpectedValues) joined.unexpectedValues.push(inWhole(value));
    for (const field of unknownFields) joined.unknownFields.push(inWhole(field));
  }
  return joined;
}

/** `Device[3].name` of a part as `Device[203].name` of the whole. */
function movedPath(path: string, name: string, offset: number): string {
  if (!path.startsWith(`${name}[`)) return path;
  const end = path.indexOf(']');
  return `${name}[${Number(path.slice(name.length + 1, end)) + offset}${path.slice(end)}`;
}
