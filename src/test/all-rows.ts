import type { Rows } from '../ui/use-paged.tsx';

/** All rows of a list that makes them when they are read. */
export function allRows<Row>(rows: Rows<Row> | undefined): Row[] {
  return rows ? rows.slice(0, rows.length) : [];
}
