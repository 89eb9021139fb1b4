import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { TextField } from './text-field.tsx';

test('is found by its label', () => {
  render(<TextField label="E-mail" />);
  expect(screen.getByRole('textbox', { name: 'E-mail' })).toBeValid();
});

test('is described by nothing when there is nothing to say', () => {
  render(<TextField label="E-mail" />);
  expect(screen.getByRole('textbox')).not.toHaveAttribute('aria-describedby');
});

test('tells its error and its hint to those who cannot see them', () => {
  render(<TextField label="E-mail" error="Enter an e-mail address." hint="Or your username." />);
  const field = screen.getByRole('textbox');
  expect(field).toBeInvalid();
  expect(field).toHaveAccessibleDescription('Enter an e-mail address. Or your username.');
});

test('keeps what the form says about it', () => {
  render(<TextField label="Code" inputMode="numeric" autoComplete="one-time-code" defaultValue="123" />);
  const field = screen.getByRole('textbox', { name: 'Code' });
  expect(field).toHaveAttribute('inputmode', 'numeric');
  expect(field).toHaveAttribute('autocomplete', 'one-time-code');
  expect(field).toHaveValue('123');
});

test('holds a button of its own', () => {
  render(<TextField label="Password" action={<button type="button">Show</button>} />);
  expect(screen.getByRole('button', { name: 'Show' })).toBeVisible();
});
