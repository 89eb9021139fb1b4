import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { CrashScreen } from './crash-screen.tsx';

test('signs out once, and says so meanwhile', async () => {
  const onSignOut = vi.fn();
  render(<CrashScreen onSignOut={onSignOut} />);
  expect(screen.getByRole('heading', { level: 1, name: 'This page stopped working.' })).toBeVisible();
  await userEvent.dblClick(screen.getByRole('button', { name: 'Sign out and forget' }));
  expect(screen.getByRole('button', { name: 'Signing out…' })).toHaveAttribute('aria-busy', 'true');
  expect(onSignOut).toHaveBeenCalledOnce();
});
