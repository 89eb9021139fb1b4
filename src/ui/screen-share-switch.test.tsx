import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { ScreenShareSwitch, useScreenShare } from './screen-share-switch.tsx';

const name = 'Blur for screen sharing';
function Switch() {
  return <ScreenShareSwitch {...useScreenShare()} />;
}

const isBlurred = () => document.documentElement.hasAttribute('data-screen-share');

afterEach(() => {
  document.documentElement.removeAttribute('data-screen-share');
  sessionStorage.clear();
});

test('blurs until the button is pressed again', async () => {
  render(<Switch />);
  await userEvent.click(screen.getByRole('button', { name, pressed: false }));
  expect(isBlurred()).toBe(true);
  await userEvent.click(screen.getByRole('button', { name, pressed: true }));
  expect(isBlurred()).toBe(false);
});

test('is switched by its shortcut, also while a person types', async () => {
  render(
    <>
      <input aria-label="Filter" />
      <Switch />
    </>,
  );
  await userEvent.click(screen.getByLabelText('Filter'));
  await userEvent.keyboard('{Alt>}{Shift>}[KeyB]{/Shift}{/Alt}');
  expect(isBlurred()).toBe(true);
  expect(screen.getByLabelText('Filter')).toHaveValue('');
});

test('is remembered in the tab', async () => {
  const { unmount } = render(<Switch />);
  await userEvent.click(screen.getByRole('button', { name }));
  unmount();
  document.documentElement.removeAttribute('data-screen-share');
  render(<Switch />);
  expect(screen.getByRole('button', { name, pressed: true })).toBeVisible();
  expect(isBlurred()).toBe(true);
});
