import { act, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { usePaged } from './use-paged.tsx';

function List({ count }: { count: number }) {
  const rows = Array.from({ length: count }, (_, index) => `row ${index + 1}`);
  const { shown, more } = usePaged(rows, 10, { one: 'row', many: 'rows' });
  return (
    <>
      <p>{shown.join()}</p>
      {more}
    </>
  );
}

function shownCount() {
  return screen.queryAllByText(/^row/)[0]?.textContent.split(',').length ?? 0;
}

test.each([0, 1, 10])('shows a list of %d rows at once', (count) => {
  render(<List count={count} />);
  expect(shownCount()).toBe(count);
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});

test('shows the next rows at each press, and says how many are left', async () => {
  render(<List count={25} />);
  expect(shownCount()).toBe(10);
  await userEvent.click(screen.getByRole('button', { name: 'Show 10 more rows (15 left)' }));
  expect(shownCount()).toBe(20);
  await userEvent.click(screen.getByRole('button', { name: 'Show the last 5 rows' }));
  expect(shownCount()).toBe(25);
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});

test.each([
  [11, 'Show the last row'],
  [12, 'Show the last 2 rows'],
  [20, 'Show the last 10 rows'],
  [21, 'Show 10 more rows (11 left)'],
])('counts what is left of %d rows', (count, name) => {
  render(<List count={count} />);
  expect(screen.getByRole('button', { name })).toBeVisible();
});

test('prints up to 2000 rows, and says how many are left out', () => {
  const print = (type: 'beforeprint' | 'afterprint') => act(() => window.dispatchEvent(new Event(type)));
  const { rerender } = render(<List count={25} />);
  print('beforeprint');
  expect(shownCount()).toBe(25);
  rerender(<List count={2500} />);
  expect(shownCount()).toBe(2000);
  expect(screen.getByText('500 more rows are left out here.')).toBeInTheDocument();
  rerender(<List count={2001} />);
  expect(screen.getByText('1 more row is left out here.')).toBeInTheDocument();
  print('afterprint');
  expect(shownCount()).toBe(10);
});

test('draws many rows in steps, and all of them in a page that is drawn as text', () => {
  const counts: number[] = [];
  function ManyRows() {
    const { shown } = usePaged(Array.from({ length: 60 }), 100, { one: 'row', many: 'rows' });
    counts.push(shown.length);
    return null;
  }
  render(<ManyRows />);
  expect([...new Set(counts)]).toEqual([25, 50, 60]);
  counts.length = 0;
  renderToStaticMarkup(<ManyRows />);
  expect(counts).toEqual([60]);
});
