import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { accountFrom } from '../../test/account-from.ts';
import { fakeDownloads } from '../../test/fake-downloads.ts';
import { fakeModalDialogs } from '../../test/fake-modal-dialogs.ts';
import { fullReply } from '../../test/full-reply.ts';
import { shareAccount } from './share-account.ts';
import { ShareButton } from './share-button.tsx';

fakeModalDialogs();

const account = accountFrom(fullReply);
const post = shareAccount(account, 'markdown', new Set()).text;

async function open() {
  const user = userEvent.setup();
  render(<ShareButton account={account} />);
  await user.click(screen.getByRole('button', { name: 'Share…' }));
  return { user, dialog: screen.getByRole('dialog', { name: 'Share your account' }) };
}

function preview() {
  return screen.getByRole('region', { name: 'Preview of the shared text' });
}

test('starts with a redacted post that does not identify the user', async () => {
  await open();
  expect(preview().textContent).toBe(post);
  for (const personal of ['ada@example.com', 'Ada L.', '12345', '212acf24b07315e5', 'Tok-en']) {
    expect(preview()).not.toHaveTextContent(personal);
  }
  expect(within(screen.getByRole('group', { name: 'Format' })).getByRole('radio', { name: 'Markdown' })).toBeChecked();
  expect(screen.getByText(/^33 values are hidden\. Secrets and unknown values are always hidden\.$/)).toHaveRole(
    'status',
  );
});

test('shows personal data only when the user ticks it, and updates the count', async () => {
  const { user } = await open();
  const group = within(screen.getByRole('group', { name: 'Also show' }));
  expect(group.getAllByRole('checkbox').map((box) => box.parentElement?.textContent)).toEqual([
    'E-mail',
    'Names',
    'Ids',
    'Avatar',
    'Dates',
  ]);
  await user.click(group.getByRole('checkbox', { name: 'E-mail' }));
  expect(preview()).toHaveTextContent('`email`: `ada@example.com`');
  expect(screen.getByText(/^32 values are hidden/)).toBeVisible();
  await user.click(group.getByRole('checkbox', { name: 'E-mail' }));
  expect(preview().textContent).toBe(post);
});

test('shows JSON when the user chooses it', async () => {
  const { user } = await open();
  await user.click(screen.getByRole('radio', { name: 'JSON' }));
  expect(JSON.parse(preview().textContent ?? '')).toMatchObject({ email: '[e-mail hidden]', country: 'GB' });
});

test('lets the user reach the preview by keyboard', async () => {
  const { user } = await open();
  screen.getByRole('checkbox', { name: 'Dates' }).focus();
  await user.tab();
  expect(preview()).toHaveFocus();
});

describe('the Copy button', () => {
  test('copies exactly the preview, and says so until the preview changes', async () => {
    const { user } = await open();
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    expect(await screen.findByText('Copied')).toHaveRole('status');
    expect(await navigator.clipboard.readText()).toBe(post);
    await user.click(screen.getByRole('checkbox', { name: 'Names' }));
    expect(screen.queryByText('Copied')).not.toBeInTheDocument();
  });

  test('says if it could not copy, and selects the preview', async () => {
    const { user } = await open();
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValueOnce(new Error('not allowed'));
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    expect(await screen.findByText('Could not copy. The preview is selected: copy it by hand.')).toBeVisible();
    expect(getSelection()?.toString()).toBe(post);
  });
});

test('downloads exactly the preview, under a neutral file name', async () => {
  const { saved } = fakeDownloads();
  const { user } = await open();
  await user.click(screen.getByRole('button', { name: 'Download' }));
  expect(await saved()).toEqual({ name: 'plex-account.md', text: post });
});

describe('closes, returns the focus and forgets the ticks', () => {
  test.each<[string, (user: ReturnType<typeof userEvent.setup>, dialog: HTMLElement) => Promise<void>]>([
    ['with the Close button', (user) => user.click(screen.getByRole('button', { name: 'Close' }))],
    ['with Escape', (user) => user.keyboard('{Escape}')],
    ['with a click outside', (user, dialog) => user.click(dialog)],
  ])('%s', async (_, close) => {
    const { user, dialog } = await open();
    await user.click(screen.getByRole('checkbox', { name: 'Names' }));
    await close(user, dialog);
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    const button = screen.getByRole('button', { name: 'Share…' });
    expect(button).toHaveFocus();
    await user.click(button);
    expect(screen.getByRole('checkbox', { name: 'Names' })).not.toBeChecked();
  });
});

test('stays open when the user presses inside and releases outside, as in a selection', async () => {
  const { user, dialog } = await open();
  await user.pointer([{ keys: '[MouseLeft>]', target: preview() }, { target: dialog }, { keys: '[/MouseLeft]' }]);
  expect(dialog).toBeVisible();
});

test('stays open when a key presses a button after a click outside', async () => {
  const { user, dialog } = await open();
  await user.pointer({ keys: '[MouseRight]', target: dialog });
  screen.getByRole('button', { name: 'Copy' }).focus();
  await user.keyboard('{Enter}');
  expect(await screen.findByText('Copied')).toBeVisible();
});
