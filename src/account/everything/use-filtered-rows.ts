import { startTransition, useEffect, useState } from 'react';
import type { Rows } from '../../ui/use-paged.tsx';
import { useThrow } from '../../ui/use-throw.ts';
import { runInSteps } from '../facts/run-in-steps.ts';
import type { EverythingRow, EverythingRows } from './everything.ts';

type Filtered = {
  query: string;
  /** The rows that were searched. */
  all: EverythingRows;
  rows: Rows<EverythingRow>;
};

/** The rows with the query in them. Those of the query before stay until all rows were searched. */
export function useFilteredRows(all: EverythingRows, query: string): Filtered & { isSearching: boolean } {
  const unfiltered: Filtered = { query: '', all, rows: all };
  const [filtered, setFiltered] = useState(unfiltered);
  const fail = useThrow();
  if (query === '' && filtered.query !== '') setFiltered(unfiltered);

  // The search takes several turns of the browser, and has to stop when the query changes.
  useEffect(() => {
    if (query === '') return;
    const controller = new AbortController();
    const rows: EverythingRow[] = [];
    runInSteps(filterSteps(all, query, rows), controller.signal)
      .then((isDone) => isDone && startTransition(() => setFiltered({ query, all, rows })))
      .catch(fail);
    return () => controller.abort();
  }, [all, query, fail]);

  const shown = query === '' || filtered.query === '' ? unfiltered : filtered;
  return { ...shown, isSearching: query !== '' && (filtered.query !== query || filtered.all !== all) };
}

function* filterSteps(all: EverythingRows, query: string, found: EverythingRow[]) {
  for (const rows of all.inParts()) {
    for (const row of rows) if (row.searchable.includes(query)) found.push(row);
    yield;
  }
}
