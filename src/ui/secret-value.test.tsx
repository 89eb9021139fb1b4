import { act, fireEvent, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { SecretValue } from './secret-value.tsx';

afterEach(() => {
  vi.useRealTimers();
});

function press(name: string) {
  fireEvent.click(screen.getByRole('button', { name }));
}

test('shows nothing of a secret, nor reads it, before it is asked for', () => {
  const reveal = vi.fn(() => 'the-token');
  render(<SecretValue label="token" reveal={reveal} />);
  expect(screen.getByText('Hidden')).toBeVisible();
  expect(reveal).not.toHaveBeenCalled();
});

test('reveals it when asked, and hides it again when asked', () => {
  render(<SecretValue label="token" reveal={() => 'the-token'} />);
  press('Reveal token');
  expect(screen.getByText('the-token')).toBeVisible();
  expect(screen.queryByText('Hidden')).not.toBeInTheDocument();
  press('Hide token');
  expect(screen.queryByText('the-token')).not.toBeInTheDocument();
  expect(screen.getByText('Hidden')).toBeVisible();
});

test('hides it by itself after 30 seconds', () => {
  vi.useFakeTimers();
  render(<SecretValue label="token" reveal={() => 'the-token'} />);
  press('Reveal token');
  act(() => vi.advanceTimersByTime(29_999));
  expect(screen.getByText('the-token')).toBeVisible();
  act(() => vi.advanceTimersByTime(1));
  expect(screen.queryByText('the-token')).not.toBeInTheDocument();
});

test('shows it for 30 seconds each time', () => {
  vi.useFakeTimers();
  render(<SecretValue label="token" reveal={() => 'the-token'} />);
  press('Reveal token');
  act(() => vi.advanceTimersByTime(20_000));
  press('Hide token');
  press('Reveal token');
  act(() => vi.advanceTimersByTime(20_000));
  expect(screen.getByText('the-token')).toBeVisible();
});

test('hides it when the tab is left', () => {
  render(<SecretValue label="token" reveal={() => 'the-token'} />);
  press('Reveal token');
  act(() => document.dispatchEvent(new Event('visibilitychange')));
  expect(screen.queryByText('the-token')).not.toBeInTheDocument();
});

test('hides it when another secret takes its place', () => {
  const { rerender } = render(<SecretValue label="token" reveal={() => 'the-token'} />);
  press('Reveal token');
  rerender(<SecretValue label="token" reveal={() => 'another-token'} />);
  expect(screen.getByText('Hidden')).toBeVisible();
  expect(document.body).not.toHaveTextContent('-token');
});

test('stays revealed when the same secret is drawn again', () => {
  const { rerender } = render(<SecretValue label="token" reveal={() => 'the-token'} />);
  press('Reveal token');
  rerender(<SecretValue label="token" reveal={() => 'the-token'} />);
  expect(screen.getByText('the-token')).toBeVisible();
});

test('copies it without showing it, and says that it did', async () => {
  const user = userEvent.setup();
  render(<SecretValue label="token" reveal={() => 'the-token'} />);
  await user.click(screen.getByRole('button', { name: 'Copy token' }));
  expect(await screen.findByText('Copied')).toHaveAttribute('role', 'status');
  expect(await navigator.clipboard.readText()).toBe('the-token');
  expect(screen.getByText('Hidden')).toBeVisible();
});

test('says so when it could not be copied, and what to do', async () => {
  const user = userEvent.setup();
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('no'));
  render(<SecretValue label="token" reveal={() => 'the-token'} />);
  await user.click(screen.getByRole('button', { name: 'Copy token' }));
  expect(await screen.findByText('Could not copy. Reveal it and copy it by hand.')).toHaveAttribute('role', 'status');
});
