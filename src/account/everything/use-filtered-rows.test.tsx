import { act, render, renderHook, screen, waitFor } from '@testing-library/react';
import { ErrorBoundary } from 'react-error-boundary';
import { expect, test, vi } from 'vitest';
import { accountFrom } from '../../test/account-from.ts';
import { allRows } from '../../test/all-rows.ts';
import { waitingSources } from '../../test/sources.ts';
import { type EverythingRows, everythingRows } from './everything.ts';
import { useFilteredRows } from './use-filtered-rows.ts';

function filter(reply: object, query: string) {
  const rowsOf = (sent: object) => everythingRows(accountFrom(sent), waitingSources);
  const hook = renderHook(({ rows, typed }) => useFilteredRows(rows, typed), {
    initialProps: { rows: rowsOf(reply), typed: query },
  });
  const shown = () => {
    const { query: of, rows, isSearching } = hook.result.current;
    return [of, allRows(rows).map(({ path }) => path), isSearching];
  };
  return { ...hook, rowsOf, shown };
}

const reply = { title: 'Ada', username: 'ada', locale: 'en' };
const all = ['title', 'username', 'locale'];

test('shows all rows until the rows of the first query are found', async () => {
  const { shown } = filter(reply, 'ada');
  expect(shown()).toEqual(['', all, true]);
  await waitFor(() => expect(shown()).toEqual(['ada', ['title', 'username'], false]));
});

test('keeps the rows of the query before, and shows only those of the latest', async () => {
  const { rerender, result, shown } = filter(reply, 'ada');
  const { all: rows } = result.current;
  await waitFor(() => expect(shown()).toEqual(['ada', ['title', 'username'], false]));
  const seen: unknown[] = [];
  rerender({ rows, typed: 'e' });
  rerender({ rows, typed: 'en' });
  seen.push(shown());
  await waitFor(() => {
    seen.push(shown());
    expect(shown()).toEqual(['en', ['locale'], false]);
  });
  expect(seen[0]).toEqual(['ada', ['title', 'username'], true]);
  expect(seen).not.toContainEqual(['e', expect.anything(), expect.anything()]);
});

test('shows all rows at once when the filter is emptied, and forgets the query', async () => {
  const { rerender, result, shown } = filter(reply, 'ada');
  const { all: rows } = result.current;
  await waitFor(() => expect(shown()[0]).toBe('ada'));
  rerender({ rows, typed: '' });
  expect(shown()).toEqual(['', all, false]);
  rerender({ rows, typed: 'en' });
  expect(shown()).toEqual(['', all, true]);
  await waitFor(() => expect(shown()).toEqual(['en', ['locale'], false]));
});

test('searches other rows again', async () => {
  const { rerender, rowsOf, shown } = filter(reply, 'ada');
  await waitFor(() => expect(shown()[0]).toBe('ada'));
  act(() => rerender({ rows: rowsOf({ locale: 'ada' }), typed: 'ada' }));
  expect(shown()).toEqual(['ada', ['title', 'username'], true]);
  await waitFor(() => expect(shown()).toEqual(['ada', ['locale'], false]));
});

test('stops a search when the query changes', async () => {
  const { rerender, rowsOf, shown } = filter(reply, '');
  let readParts = 0;
  const endless = {
    length: 0,
    slice: () => [],
    *inParts() {
      for (;;) {
        readParts += 1;
        yield [];
      }
    },
  };
  rerender({ rows: endless, typed: 'ada' });
  await waitFor(() => expect(readParts).toBeGreaterThan(0));
  const rows = rowsOf(reply);
  rerender({ rows, typed: 'en' });
  await waitFor(() => expect(shown()).toEqual(['en', ['locale'], false]));
  const before = readParts;
  rerender({ rows, typed: 'ada' });
  await waitFor(() => expect(shown()).toEqual(['ada', ['title', 'username'], false]));
  expect(readParts).toBe(before);
});

test('reports a fault of this page to the boundary around it', async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const rows: EverythingRows = {
    ...everythingRows(accountFrom(reply), waitingSources),
    inParts() {
      throw new Error('a fault of this page');
    },
  };
  const List = () => <p>{useFilteredRows(rows, 'ada').isSearching}</p>;
  render(
    <ErrorBoundary fallback={<p>crashed</p>}>
      <List />
    </ErrorBoundary>,
  );
  expect(await screen.findByText('crashed')).toBeVisible();
  logged.mockClear();
});
