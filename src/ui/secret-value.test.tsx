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

test('does not show or read the secret before Reveal is pressed', () => {
  const reveal = vi.fn(() => 'the-token');
  render(<SecretValue label="token" reveal={reveal} />);
  expect(screen.getByText('Hidden')).toBeVisible();
  expect(reveal).not.toHaveBeenCalled();
});

test('shows the secret on Reveal, and hides it on Hide', () => {
  render(<SecretValue label="token" reveal={() => 'the-token'} />);
  press('Reveal token');
  expect(screen.getByText('the-token')).toBeVisible();
  expect(screen.queryByText('Hidden')).not.toBeInTheDocument();
  press('Hide token');
  expect(screen.queryByText('the-token')).not.toBeInTheDocument();
  expect(screen.getByText('Hidden')).toBeVisible();
});

test('hides the secret after 30 seconds', () => {
  vi.useFakeTimers();
  render(<SecretValue label="token" reveal={() => 'the-token'} />);
  press('Reveal token');
  act(() => vi.advanceTimersByTime(29_999));
  expect(screen.getByText('the-token')).toBeVisible();
  act(() => vi.advanceTimersByTime(1));
  expect(screen.queryByText('the-token')).not.toBeInTheDocument();
});

test('shows the secret for 30 seconds after each Reveal', () => {
  vi.useFakeTimers();
  render(<SecretValue label="token" reveal={() => 'the-token'} />);
  press('Reveal token');
  act(() => vi.advanceTimersByTime(20_000));
  press('Hide token');
  press('Reveal token');
  act(() => vi.advanceTimersByTime(20_000));
  expect(screen.getByText('the-token')).toBeVisible();
});

test('hides the secret when the person leaves the tab', () => {
  render(<SecretValue label="token" reveal={() => 'the-token'} />);
  press('Reveal token');
  act(() => document.dispatchEvent(new Event('visibilitychange')));
  expect(screen.queryByText('the-token')).not.toBeInTheDocument();
});

test('hides the secret when another one replaces it', () => {
  const { rerender } = render(<SecretValue label="token" reveal={() => 'the-token'} />);
  press('Reveal token');
  rerender(<SecretValue label="token" reveal={() => 'another-token'} />);
  expect(screen.getByText('Hidden')).toBeVisible();
  expect(document.body).not.toHaveTextContent('-token');
});

test('keeps the secret visible when it renders again with the same value', () => {
  const { rerender } = render(<SecretValue label="token" reveal={() => 'the-token'} />);
  press('Reveal token');
  rerender(<SecretValue label="token" reveal={() => 'the-token'} />);
  expect(screen.getByText('the-token')).toBeVisible();
});

test('copies the secret without showing it, and confirms that', async () => {
  const user = userEvent.setup();
  render(<SecretValue label="token" reveal={() => 'the-token'} />);
  await user.click(screen.getByRole('button', { name: 'Copy token' }));
  expect(await screen.findByText('Copied')).toHaveAttribute('role', 'status');
  expect(await navigator.clipboard.readText()).toBe('the-token');
  expect(screen.getByText('Hidden')).toBeVisible();
});

test('explains what to do when copying fails', async () => {
  const user = userEvent.setup();
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('no'));
  render(<SecretValue label="token" reveal={() => 'the-token'} />);
  await user.click(screen.getByRole('button', { name: 'Copy token' }));
  expect(await screen.findByText('Could not copy. Press Reveal and copy it by hand.')).toHaveAttribute(
    'role',
    'status',
  );
});
