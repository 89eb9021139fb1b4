import { act, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { usePaged } from './use-paged.tsx';

function List({ count }: { count: number }) {
  const rows = Array.from({ length: count }, (_, index) => `row ${index + 1}`);
  const { shown, more } = usePaged(rows, 10, 'rows');
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

test.each([0, 1, 10])('shows a list of %d at once', (count) => {
  render(<List count={count} />);
  expect(shownCount()).toBe(count);
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});

test('shows the rest in steps, and says how much of it there is', async () => {
  render(<List count={25} />);
  expect(shownCount()).toBe(10);
  await userEvent.click(screen.getByRole('button', { name: 'Show 10 more of 15 rows' }));
  expect(shownCount()).toBe(20);
  await userEvent.click(screen.getByRole('button', { name: 'Show 5 more of 5 rows' }));
  expect(shownCount()).toBe(25);
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});

test('puts the whole list on paper, and of a very long one says how much is left out', () => {
  const print = (type: 'beforeprint' | 'afterprint') => act(() => window.dispatchEvent(new Event(type)));
  const { rerender } = render(<List count={25} />);
  print('beforeprint');
  expect(shownCount()).toBe(25);
  rerender(<List count={2500} />);
  expect(shownCount()).toBe(2000);
  expect(screen.getByText('and 500 more rows, which are left out')).toBeInTheDocument();
  print('afterprint');
  expect(shownCount()).toBe(10);
});
