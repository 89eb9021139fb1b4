import { render, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { expect, test, vi } from 'vitest';
import { lazyWithPreload } from './lazy-with-preload.tsx';

const Letter = ({ to }: { to: string }) => <p>Dear {to}</p>;

function renderInSuspense(children: React.ReactNode) {
  return render(<Suspense fallback={<p>Waiting</p>}>{children}</Suspense>);
}

test('loads the component at the first render, and only once', async () => {
  const load = vi.fn(async () => Letter);
  const [LazyLetter] = lazyWithPreload(load);
  expect(load).not.toHaveBeenCalled();
  const { unmount } = renderInSuspense(<LazyLetter to="Ada" />);
  expect(screen.getByText('Waiting')).toBeVisible();
  expect(await screen.findByText('Dear Ada')).toBeVisible();
  unmount();
  renderInSuspense(<LazyLetter to="Grace" />);
  expect(screen.getByText('Dear Grace')).toBeVisible();
  expect(load).toHaveBeenCalledOnce();
});

test('renders a preloaded component at once', async () => {
  const [LazyLetter, preload] = lazyWithPreload(async () => Letter);
  await preload();
  renderInSuspense(<LazyLetter to="Ada" />);
  expect(screen.getByText('Dear Ada')).toBeVisible();
});
