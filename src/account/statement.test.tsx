import { act, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { accessWith } from '../test/access.ts';
import { accountFrom } from '../test/account-from.ts';
import { fullReply } from '../test/full-reply.ts';
import { WithLazyPanels } from '../test/with-lazy-panels.tsx';
import { sections } from './sections.tsx';
import { Statement } from './statement.tsx';

const now = new Date('2026-11-23T12:00:00Z');

afterEach(() => history.replaceState(null, '', '/'));

test('shows a panel again after a refresh when it failed before', () => {
  // React logs the error that a boundary catches.
  const logged = vi.spyOn(console, 'error').mockImplementationOnce(() => undefined);
  const account = accountFrom(fullReply);
  const failing = Object.defineProperty({ ...account }, 'services', {
    get: () => {
      throw new Error('a fault of this page');
    },
  });
  const { rerender } = render(
    <WithLazyPanels>
      <Statement account={failing} now={now} access={accessWith()} isPainted />
    </WithLazyPanels>,
  );
  const services = () => screen.getByRole('region', { name: 'Services' });
  expect(services()).toHaveTextContent('This panel could not be shown.');
  rerender(
    <WithLazyPanels>
      <Statement account={account} now={now} access={accessWith()} isPainted />
    </WithLazyPanels>,
  );
  expect(services()).not.toHaveTextContent('This panel could not be shown.');
  expect(services()).toHaveTextContent('https://epg.provider.plex.tv');
  logged.mockClear();
});

test('cuts a text that would take a browser seconds to lay out, and says so', () => {
  const account = accountFrom({ ...fullReply, locale: 'x'.repeat(30_000) });
  render(
    <WithLazyPanels>
      <Statement account={account} now={now} access={accessWith()} isPainted />
    </WithLazyPanels>,
  );
  const profile = screen.getByRole('region', { name: 'Profile' });
  expect(profile).toHaveTextContent('10000 more characters are left out.');
  expect(profile.textContent.length).toBeLessThan(25_000);
});

const endOfPage = 'An unofficial, open-source page, not made by Plex.';

test('draws the first panel and the one in the address at once, and the others and the end of the page later', () => {
  history.replaceState(null, '', '#security');
  const account = accountFrom(fullReply);
  const props = { account, now, access: accessWith() };
  const titles = () => screen.getAllByRole('region').map((region) => region.id);
  const { rerender } = render(<Statement {...props} isPainted={false} />);
  const first = screen.getByRole('region', { name: 'Subscription' });
  expect(titles()).toEqual(['subscription', 'security']);
  expect(screen.queryByText(endOfPage)).toBeNull();
  rerender(<Statement {...props} isPainted />);
  expect(titles()).toEqual(sections.map(({ id }) => id));
  expect(screen.getByRole('region', { name: 'Subscription' })).toBe(first);
  expect(screen.getByText(endOfPage)).toBeVisible();
});

test.each(['beforeprint', 'hashchange'])('draws all panels before the browser reacts to %s', (event) => {
  const props = { account: accountFrom(fullReply), now, access: accessWith(), isPainted: false };
  render(<Statement {...props} />);
  expect(screen.getAllByRole('region')).toHaveLength(1);
  let count = 0;
  addEventListener(event, () => (count = screen.getAllByRole('region').length), { once: true });
  act(() => void dispatchEvent(new Event(event)));
  expect(count).toBe(sections.length);
  act(() => void dispatchEvent(new Event('afterprint')));
});
