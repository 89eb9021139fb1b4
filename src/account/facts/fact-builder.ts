import type { Account, UnexpectedValue } from '../../plex/account.ts';
import type { Fact, FactValue } from '../../ui/facts.tsx';
import { asReceived } from './as-received.ts';
import { isPersonal } from './is-personal.ts';

const notSent: FactValue = { text: 'plex.tv did not say', isEmpty: true };

/**
 * Makes the facts of one object that plex.tv sent. A key that was not sent, was null or came odd is told as such here,
 * so that the `show` of a key only ever sees what the contract promises.
 *
 * @param path where the object stands in the account; "" for the account itself.
 */
export function factBuilder<T extends object>(
  record: T | null | undefined,
  path: string,
  oddities: readonly UnexpectedValue[],
) {
  return function fact<Key extends keyof T & string>(
    key: Key,
    label: string,
    show: (value: NonNullable<T[Key]>) => FactValue,
    whenNull = 'None',
  ): Fact {
    const keyPath = path ? `${path}.${key}` : key;
    const [odd] = unexpectedFact(oddities, keyPath, label);
    if (odd) return { label, value: { ...odd.value, ...personal(keyPath) } };
    const value = record?.[key];
    if (value === undefined) return { label, value: notSent };
    if (value === null) return { label, value: { text: whenNull, isEmpty: true } };
    const lost = indexOf(oddities).lost.get(keyPath) ?? 0;
    return {
      label,
      value: { ...show(value), ...personal(keyPath), ...(lost > 0 && { mark: `${lost} not as expected` }) },
    };
  };
}

function personal(path: string): Partial<FactValue> {
  return isPersonal(path) ? { isPersonal: true } : {};
}

/** What came in the place of something: for lists and objects, whose parts cannot tell it. */
export function unexpectedFact(oddities: readonly UnexpectedValue[], path: string, label: string): Fact[] {
  const odd = indexOf(oddities).at.get(path);
  return odd ? [{ label, value: { ...asReceived(odd.received), mark: 'not as expected' } }] : [];
}

/** Where something odd came, and how much of it in each list. */
type Index = { at: Map<string, UnexpectedValue>; lost: Map<string, number> };

const indexes = new WeakMap<readonly UnexpectedValue[], Index>();

/** Made once for an account: a reply may hold a hundred thousand oddities, and each of as many rows asks for its own. */
function indexOf(oddities: readonly UnexpectedValue[]): Index {
  const made = indexes.get(oddities);
  if (made) return made;
  const lost = new Map<string, number>();
  for (const { path } of oddities) {
    for (const { index } of path.matchAll(/\[/g)) {
      const list = path.slice(0, index);
      lost.set(list, (lost.get(list) ?? 0) + 1);
    }
  }
  const index = { at: new Map(oddities.map((oddity) => [oddity.path, oddity])), lost };
  indexes.set(oddities, index);
  return index;
}

/** For keys that most accounts lack: told only when plex.tv sent them. */
export function factIfSent(account: Account, key: keyof Account, fact: Fact): Fact[] {
  return key in account.received ? [fact] : [];
}
