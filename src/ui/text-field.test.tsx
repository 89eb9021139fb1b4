import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { TextField } from './text-field.tsx';

test('has its label as its name', () => {
  render(<TextField label="E-mail" />);
  expect(screen.getByRole('textbox', { name: 'E-mail' })).toBeValid();
});

test('has no description without an error or a hint', () => {
  render(<TextField label="E-mail" />);
  expect(screen.getByRole('textbox')).not.toHaveAttribute('aria-describedby');
});

test('has its error and its hint as its description', () => {
  render(<TextField label="E-mail" error="Enter an e-mail address." hint="Or your username." />);
  const field = screen.getByRole('textbox');
  expect(field).toBeInvalid();
  expect(field).toHaveAccessibleDescription('Enter an e-mail address. Or your username.');
});

test('passes the other properties to the input', () => {
  render(<TextField label="Code" inputMode="numeric" autoComplete="one-time-code" defaultValue="123" />);
  const field = screen.getByRole('textbox', { name: 'Code' });
  expect(field).toHaveAttribute('inputmode', 'numeric');
  expect(field).toHaveAttribute('autocomplete', 'one-time-code');
  expect(field).toHaveValue('123');
});

test('shows its action', () => {
  render(<TextField label="Password" action={<button type="button">Show</button>} />);
  expect(screen.getByRole('button', { name: 'Show' })).toBeVisible();
});
