import type { Account, UnexpectedValue } from '../../plex/account/account.ts';
import type { Fact, FactValue } from '../../ui/facts.tsx';
import { asReceived } from './as-received.ts';
import { isPersonal } from './is-personal.ts';

const notSent: FactValue = { text: 'plex.tv did not say', isEmpty: true, isNotSent: true };

/**
 * Returns a function that makes one fact for a key of an object from plex.tv. It handles keys that are missing, null or
 * of an unexpected type, so `show` only gets values of the type in the schema.
 *
 * @param path the path of the object in the account; "" for the account itself.
 */
export function factBuilder<T extends object>(
  record: T | null | undefined,
  path: string,
  unexpectedValues: readonly UnexpectedValue[],
) {
  return function fact<Key extends keyof T & string>(
    key: Key,
    label: string,
    show: (value: NonNullable<T[Key]>) => FactValue,
    whenNull = 'None',
  ): Fact {
    const keyPath = path ? `${path}.${key}` : key;
    const [unexpected] = unexpectedFact(unexpectedValues, keyPath, label);
    if (unexpected) return { label, value: { ...unexpected.value, ...personal(keyPath) }, path: keyPath };
    const value = record?.[key];
    if (value === undefined) return { label, value: notSent, path: keyPath };
    if (value === null) return { label, value: { text: whenNull, isEmpty: true }, path: keyPath };
    const unexpectedItems = indexOf(unexpectedValues).itemCounts.get(keyPath) ?? 0;
    return {
      label,
      path: keyPath,
      value: {
        ...show(value),
        ...personal(keyPath),
        ...(unexpectedItems > 0 && { mark: `${unexpectedItems} not as expected` }),
      },
    };
  };
}

function personal(path: string): Partial<FactValue> {
  return isPersonal(path) ? { isPersonal: true } : {};
}

/** One fact for a value of an unexpected type. For lists and objects, which otherwise have no fact of their own. */
export function unexpectedFact(unexpectedValues: readonly UnexpectedValue[], path: string, label: string): Fact[] {
  const unexpected = unexpectedAt(unexpectedValues, path);
  return unexpected ? [{ label, value: { ...asReceived(unexpected.received), mark: 'not as expected' }, path }] : [];
}

/** The value at a path if it has an unexpected type. */
export function unexpectedAt(unexpectedValues: readonly UnexpectedValue[], path: string): UnexpectedValue | undefined {
  // Most accounts have none, and a long account asks for thousands of paths.
  return unexpectedValues.length === 0 ? undefined : indexOf(unexpectedValues).byPath.get(path);
}

/** `itemCounts`: how many unexpected values each list holds, by the path of the list. */
type UnexpectedIndex = { byPath: Map<string, UnexpectedValue>; itemCounts: Map<string, number> };

const indexes = new WeakMap<readonly UnexpectedValue[], UnexpectedIndex>();

/** Cached per account: a reply may hold a hundred thousand unexpected values, and every row looks for its own. */
function indexOf(unexpectedValues: readonly UnexpectedValue[]): UnexpectedIndex {
  const cached = indexes.get(unexpectedValues);
  if (cached) return cached;
  const itemCounts = new Map<string, number>();
  for (const { path } of unexpectedValues) {
    for (const { index } of path.matchAll(/\[/g)) {
      const listPath = path.slice(0, index);
      itemCounts.set(listPath, (itemCounts.get(listPath) ?? 0) + 1);
    }
  }
  const index = { byPath: new Map(unexpectedValues.map((value) => [value.path, value])), itemCounts };
  indexes.set(unexpectedValues, index);
  return index;
}

/** For keys that most accounts lack: a fact only if plex.tv sent the key. */
export function factIfSent(account: Account, key: keyof Account, fact: Fact): Fact[] {
  return key in account.received ? [fact] : [];
}
