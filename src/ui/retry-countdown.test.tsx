import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { RetryCountdown } from './retry-countdown.tsx';

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-23T12:00:00Z') });
});

afterEach(() => {
  vi.useRealTimers();
});

const until = (time: string) => new Date(`2026-11-23T${time}Z`);
const pass = (seconds: number) => act(() => vi.advanceTimersByTimeAsync(seconds * 1000));

test('counts down the seconds, then says that the person can try again', async () => {
  render(<RetryCountdown until={until('12:00:03')} />);
  expect(screen.getByRole('timer')).toHaveTextContent('You can try again in 3 seconds.');
  await pass(1);
  expect(screen.getByRole('timer')).toHaveTextContent('You can try again in 2 seconds.');
  await pass(1);
  expect(screen.getByRole('timer')).toHaveTextContent('You can try again in 1 second.');
  expect(screen.getByRole('status')).toBeEmptyDOMElement();
  await pass(1);
  expect(screen.getByRole('timer')).toBeEmptyDOMElement();
  expect(screen.getByRole('status')).toHaveTextContent('You can try again now.');
});

test('follows the clock, also after the tab was suspended', async () => {
  render(<RetryCountdown until={until('12:10:00')} />);
  expect(screen.getByRole('timer')).toHaveTextContent('600 seconds');
  vi.setSystemTime(until('12:09:20'));
  await pass(1);
  expect(screen.getByRole('timer')).toHaveTextContent('39 seconds');
});

test('does not count below zero', async () => {
  render(<RetryCountdown until={until('11:59:00')} />);
  expect(screen.getByRole('status')).toHaveTextContent('You can try again now.');
  await pass(5);
  expect(screen.getByRole('timer')).toBeEmptyDOMElement();
});

test('stops its timer when it unmounts', () => {
  const { unmount } = render(<RetryCountdown until={until('12:00:03')} />);
  unmount();
  expect(vi.getTimerCount()).toBe(0);
});
