/**
 * The record with other values. It is the same object if no value changes: a long reply has tens of thousands of values,
 * and most of the time would go into copies. A copy keeps all keys, also `__proto__`.
 */
export function changeValues<Value>(
  record: Record<string, Value>,
  change: (value: Value, key: string) => Value,
): Record<string, Value> {
  let changed: Record<string, Value> | undefined;
  for (const key of Object.keys(record)) {
    const value = record[key] as Value;
    const next = change(value, key);
    if (next === value) continue;
    changed ??= { ...record };
    changed[key] = next;
  }
  return changed ?? record;
}

/** The list with other items. It is the same list if no item changes. */
export function changeItems<Item>(list: Item[], change: (item: Item, index: number) => Item): Item[] {
  let changed: Item[] | undefined;
  for (const [index, item] of list.entries()) {
    const next = change(item, index);
    if (next === item) continue;
    changed ??= [...list];
    changed[index] = next;
  }
  return changed ?? list;
}
