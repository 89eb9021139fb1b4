import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { fakeModalDialogs } from '../test/fake-modal-dialogs.ts';
import { Preferences } from './preferences.tsx';

test('opens a dialog where the browser has no popovers, and keeps it closed until then', async () => {
  fakeModalDialogs();
  Reflect.deleteProperty(HTMLElement.prototype, 'popover');
  const user = userEvent.setup();
  render(<Preferences>Theme</Preferences>);
  const button = screen.getByRole('button', { name: 'Preferences' });
  expect(screen.queryByText('Theme')).not.toBeInTheDocument();
  await user.click(button);
  expect(screen.getByRole('dialog', { name: 'Preferences' })).toHaveTextContent('Theme');
  await user.click(screen.getByRole('button', { name: 'Close' }));
  expect(screen.queryByText('Theme')).not.toBeInTheDocument();
});
