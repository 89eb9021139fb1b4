import { act, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import type { Source, UnavailableReason } from '../../plex/access/sources.ts';
import { PlexError } from '../../plex/errors/plex-error.ts';
import { readySource } from '../../test/sources.ts';
import { SourcePanel } from './source-panel.tsx';

const words = {
  what: 'which devices are signed in',
  failed: 'Your devices could not be read.',
  link: { href: 'https://app.plex.tv/devices', text: 'Devices at plex.tv' },
};
const failedAt = new Date(2026, 10, 26, 22, 38);

function panel(source: Source<string>, onNear: (name: string) => void = () => undefined) {
  return (
    <SourcePanel
      id="devices"
      title="Devices"
      source={source}
      name="devices"
      words={words}
      onNear={onNear}
      rows={3}
      aside="43"
    >
      {(data) => <p>{data}</p>}
    </SourcePanel>
  );
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('shows the data, and the aside at the end of the title', () => {
  render(panel(readySource('43 devices')));
  expect(screen.getByRole('region', { name: 'Devices' })).toHaveTextContent('Devices4343 devices');
});

test('says that it waits, and lets the person stop after a while', async () => {
  const stop = vi.fn();
  const { rerender } = render(panel({ state: 'waiting', isSlow: false, stop }));
  expect(screen.getByText('Waiting for plex.tv')).toBeVisible();
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
  rerender(panel({ state: 'waiting', isSlow: true, stop }));
  expect(screen.getByRole('status')).toHaveTextContent('This takes longer than it should.');
  await userEvent.click(screen.getByRole('button', { name: 'Stop waiting' }));
  expect(stop).toHaveBeenCalledOnce();
  expect(screen.getByRole('heading', { name: 'Devices' })).toHaveFocus();
});

test('lets a person who has stopped ask again', async () => {
  const retry = vi.fn();
  render(panel({ state: 'stopped', retry }));
  await userEvent.click(screen.getByRole('button', { name: 'Ask again' }));
  expect(retry).toHaveBeenCalledOnce();
});

test('says what went wrong and when, and tries again', async () => {
  const retry = vi.fn();
  const error = new PlexError('serverError', { status: 503, plexMessage: 'Back soon' });
  const { rerender } = render(panel({ state: 'failed', error, failedAt, retry }));
  const region = screen.getByRole('region', { name: 'Devices' });
  expect(region).toHaveTextContent('Your devices could not be read.');
  expect(region).toHaveTextContent('At 22:38: plex.tv is not working right now.');
  expect(region).toHaveTextContent('The server said: “Back soon” (HTTP 503)');
  expect(screen.getByRole('link', { name: /^Devices at plex.tv/ })).toBeVisible();
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(retry).toHaveBeenCalledOnce();
  expect(screen.getByRole('heading', { name: 'Devices' })).toHaveFocus();
  rerender(panel({ state: 'waiting', isSlow: false, stop: () => undefined }));
  rerender(panel({ state: 'failed', error, failedAt, retry }));
  expect(screen.getByRole('alert')).toHaveTextContent('Your devices could not be read.');
});

test('counts down until plex.tv allows another try', () => {
  vi.useFakeTimers({ now: failedAt });
  const retryAt = new Date(failedAt.getTime() + 30_000);
  const error = new PlexError('rateLimited', { status: 429, retryAt });
  render(panel({ state: 'failed', error, failedAt, retry: () => undefined }));
  expect(screen.getByRole('timer')).toHaveTextContent('You can try again in 30 seconds.');
  act(() => vi.advanceTimersByTime(30_000));
  expect(screen.getByText('You can try again now.')).toBeVisible();
});

test.each<[reason: UnavailableReason, error: PlexError | undefined, title: string, text: RegExp]>([
  [
    'gone',
    new PlexError('gone', { status: 404 }),
    'plex.tv no longer tells',
    /“Not found”, so trying again will not help/,
  ],
  ['gone', undefined, 'plex.tv no longer tells', /no UUID of your account/],
  [
    'refused',
    new PlexError('refused', { status: 403 }),
    'plex.tv does not tell you',
    /refused \(HTTP 403\).*Devices at plex\.tv/,
  ],
  ['managed-user', undefined, 'plex.tv does not tell you', /Ask the admin of your Home/],
  ['no-token', undefined, 'plex.tv does not tell you', /Sign in again/],
  ['needs-plex-pass', undefined, 'plex.tv does not tell you', /with a Plex Pass/],
])('says why plex.tv sends no data, and where else to look: %s', (reason, error, title, text) => {
  render(panel({ state: 'unavailable', reason, ...(error && { error }) }));
  const region = screen.getByRole('region', { name: 'Devices' });
  expect(region).toHaveTextContent(`${title} which devices are signed in.`);
  expect(region).toHaveTextContent(text);
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});

test('says that the data is older when a refresh failed', async () => {
  const retry = vi.fn();
  const source = {
    ...readySource('43 devices'),
    receivedAt: failedAt,
    refreshError: new PlexError('serverError'),
    retry,
  };
  render(panel(source as Source<string>));
  expect(screen.getByRole('status')).toHaveTextContent('This is from 22:38. plex.tv is not working right now.');
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(retry).toHaveBeenCalledOnce();
});

test('asks when the panel will soon be in view, and not before', () => {
  let report: ((entries: { isIntersecting: boolean }[]) => void) | undefined;
  class FakeObserver {
    constructor(callback: typeof report) {
      report = callback;
    }
    observe() {}
    disconnect() {}
  }
  vi.stubGlobal('IntersectionObserver', FakeObserver);
  const onNear = vi.fn();
  render(panel({ state: 'waiting', isSlow: false, stop: () => undefined }, onNear));
  report?.([{ isIntersecting: false }]);
  expect(onNear).not.toHaveBeenCalled();
  report?.([{ isIntersecting: true }]);
  expect(onNear).toHaveBeenCalledExactlyOnceWith('devices');
});
