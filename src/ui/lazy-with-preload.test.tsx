import { render, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { expect, test, vi } from 'vitest';
import { lazyWithPreload } from './lazy-with-preload.tsx';

const Letter = ({ to }: { to: string }) => <p>Dear {to}</p>;

function showIn(part: React.ReactNode) {
  return render(<Suspense fallback={<p>Waiting</p>}>{part}</Suspense>);
}

test('is fetched when it is first drawn, and once', async () => {
  const load = vi.fn(async () => Letter);
  const [Fetched] = lazyWithPreload(load);
  expect(load).not.toHaveBeenCalled();
  const { unmount } = showIn(<Fetched to="Ada" />);
  expect(screen.getByText('Waiting')).toBeVisible();
  expect(await screen.findByText('Dear Ada')).toBeVisible();
  unmount();
  showIn(<Fetched to="Grace" />);
  expect(screen.getByText('Dear Grace')).toBeVisible();
  expect(load).toHaveBeenCalledOnce();
});

test('is drawn at once when it was fetched ahead', async () => {
  const [Fetched, fetchAhead] = lazyWithPreload(async () => Letter);
  await fetchAhead();
  showIn(<Fetched to="Ada" />);
  expect(screen.getByText('Dear Ada')).toBeVisible();
});
