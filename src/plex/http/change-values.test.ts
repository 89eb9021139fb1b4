import { expect, test } from 'vitest';
import { changeItems, changeValues } from './change-values.ts';

test('gives back the same record and the same list when nothing changes', () => {
  const record = { a: 1, b: 2 };
  const list = [1, 2];
  expect(changeValues(record, (value) => value)).toBe(record);
  expect(changeItems(list, (item) => item)).toBe(list);
});

test('changes a copy, and keeps the order and the original', () => {
  const record = { a: 1, b: 2, c: 3 };
  const list = [1, 2, 3];
  expect(Object.entries(changeValues(record, (value, key) => (key === 'b' ? 20 : value)))).toEqual([
    ['a', 1],
    ['b', 20],
    ['c', 3],
  ]);
  expect(changeItems(list, (item, index) => (index === 1 ? 20 : item))).toEqual([1, 20, 3]);
  expect(record).toEqual({ a: 1, b: 2, c: 3 });
  expect(list).toEqual([1, 2, 3]);
});

test('changes a key `__proto__` like any other', () => {
  const record = JSON.parse('{"__proto__": "sent", "a": "sent"}');
  const changed = changeValues(record, () => 'hidden');
  expect(Object.entries(changed)).toEqual([
    ['__proto__', 'hidden'],
    ['a', 'hidden'],
  ]);
  expect(Object.getPrototypeOf(changed)).toBe(Object.prototype);
});
