import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { ScreenShareSwitch } from './screen-share-switch.tsx';

const name = 'Blur for screen sharing';
const isBlurred = () => document.documentElement.hasAttribute('data-screen-share');

afterEach(() => {
  document.documentElement.removeAttribute('data-screen-share');
  sessionStorage.clear();
});

test('blurs until the button is pressed again', async () => {
  render(<ScreenShareSwitch />);
  await userEvent.click(screen.getByRole('button', { name, pressed: false }));
  expect(isBlurred()).toBe(true);
  await userEvent.click(screen.getByRole('button', { name, pressed: true }));
  expect(isBlurred()).toBe(false);
});

test('is switched by its shortcut, also while a person types', async () => {
  render(
    <>
      <input aria-label="Filter" />
      <ScreenShareSwitch />
    </>,
  );
  await userEvent.click(screen.getByLabelText('Filter'));
  await userEvent.keyboard('{Alt>}{Shift>}[KeyB]{/Shift}{/Alt}');
  expect(isBlurred()).toBe(true);
  expect(screen.getByLabelText('Filter')).toHaveValue('');
});

test('is remembered in the tab', async () => {
  const { unmount } = render(<ScreenShareSwitch />);
  await userEvent.click(screen.getByRole('button', { name }));
  unmount();
  document.documentElement.removeAttribute('data-screen-share');
  render(<ScreenShareSwitch />);
  expect(screen.getByRole('button', { name, pressed: true })).toBeVisible();
  expect(isBlurred()).toBe(true);
});
