import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { ThemeSwitch } from './theme-switch.tsx';

afterEach(() => {
  delete document.documentElement.dataset.theme;
  localStorage.clear();
});

test('follows the system until a person chooses, and then remembers the choice', async () => {
  render(<ThemeSwitch />);
  expect(screen.getByLabelText('Theme')).toHaveDisplayValue('System');

  await userEvent.selectOptions(screen.getByLabelText('Theme'), 'Dark');
  expect(document.documentElement.dataset.theme).toBe('dark');
  expect(localStorage.getItem('theme')).toBe('dark');

  await userEvent.selectOptions(screen.getByLabelText('Theme'), 'System');
  expect(document.documentElement.dataset.theme).toBeUndefined();
  expect(localStorage.getItem('theme')).toBe('system');
});

test('shows the theme that was set before the first paint', () => {
  document.documentElement.dataset.theme = 'light';
  render(<ThemeSwitch />);
  expect(screen.getByLabelText('Theme')).toHaveDisplayValue('Light');
});
