import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { accountFrom } from '../../test/account-from.ts';
import { fakeDownloads } from '../../test/fake-downloads.ts';
import { fakeModalDialogs } from '../../test/fake-modal-dialogs.ts';
import { fullReply } from '../../test/full-reply.ts';
import { waitingSources } from '../../test/sources.ts';
import { ShareButton } from './share-button.tsx';

fakeModalDialogs();

const account = accountFrom(fullReply);

async function open() {
  const user = userEvent.setup();
  render(<ShareButton account={account} sources={waitingSources} isDisabled={false} onOpen={() => undefined} />);
  await user.click(screen.getByRole('button', { name: 'Share…' }));
  return { user, dialog: await screen.findByRole('dialog', { name: 'Share your account' }) };
}

function preview() {
  return screen.getByRole('region', { name: 'Preview of the shared text' });
}

function choice(name: string) {
  return within(screen.getByRole('group', { name: 'Include' })).getByRole('checkbox', { name });
}

test('starts with sentences that do not identify the user', async () => {
  await open();
  const text = preview().textContent ?? '';
  expect(text).toMatch(/^Lifetime Plex Pass, /);
  expect(text.trim().split('\n').length).toBeGreaterThan(6);
  for (const personal of ['ada@example.com', 'Ada L.', '12345', '212acf24b07315e5', 'Tok-en']) {
    expect(text).not.toContain(personal);
  }
  const formats = within(screen.getByRole('group', { name: 'What to share' })).getAllByRole('radio');
  expect(formats.map((radio) => radio.parentElement?.textContent)).toEqual(['Ten sentences', 'All values', 'JSON']);
  expect(formats[0]).toBeChecked();
});

test('says what is left out, in words and numbers', async () => {
  const { user } = await open();
  const status = () => screen.getByText(/^Left out/);
  expect(status()).toHaveRole('status');
  expect(status()).toHaveTextContent(
    /^Left out: 1 e-mail address, 3 names, \d+ ids, 1 picture, 6 secrets and \d+ values that this page does not know\. Secrets are never included\. plex\.tv has not answered everything yet\.$/,
  );
  await user.click(choice('E-mail'));
  expect(status()).not.toHaveTextContent('e-mail');
});

test('shows personal data only when the user puts it in', async () => {
  const { user } = await open();
  const group = within(screen.getByRole('group', { name: 'Include' }));
  const labels = group.getAllByRole('checkbox').map((box) => box.parentElement?.textContent);
  expect(labels).toEqual(['Dates', 'Names', 'E-mail', 'Ids', 'Picture', 'Other people', 'Addresses']);
  await user.click(choice('E-mail'));
  expect(preview()).toHaveTextContent(/^Account: `ada@example.com`\./);
  await user.click(choice('E-mail'));
  expect(preview()).not.toHaveTextContent('ada@example.com');
});

test('holds days in the sentences, and exact times in all values only when the user puts them in', async () => {
  const { user } = await open();
  expect(choice('Dates')).toBeChecked();
  await user.click(screen.getByRole('radio', { name: 'All values' }));
  expect(choice('Dates')).not.toBeChecked();
  expect(preview()).toHaveTextContent('`joinedAt`: `[date hidden]`');
  await user.click(choice('Dates'));
  expect(preview()).not.toHaveTextContent('[date hidden]');
});

test('shows JSON when the user chooses it', async () => {
  const { user } = await open();
  await user.click(screen.getByRole('radio', { name: 'JSON' }));
  expect(JSON.parse(preview().textContent ?? '')).toMatchObject({ email: '[e-mail hidden]', country: 'GB' });
});

test('lets the user reach the preview by keyboard', async () => {
  const { user } = await open();
  screen.getByRole('radio', { name: 'Ten sentences' }).focus();
  await user.tab();
  expect(preview()).toHaveFocus();
});

describe('the Copy button', () => {
  test('copies exactly the preview, and says so until the preview changes', async () => {
    const { user } = await open();
    const text = preview().textContent;
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    expect(await screen.findByText('Copied')).toHaveRole('status');
    expect(await navigator.clipboard.readText()).toBe(text);
    await user.click(screen.getByRole('checkbox', { name: 'Names' }));
    expect(screen.queryByText('Copied')).not.toBeInTheDocument();
  });

  test('says if it could not copy, and selects the preview', async () => {
    const { user } = await open();
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValueOnce(new Error('not allowed'));
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    expect(await screen.findByText('Could not copy. The text is selected: copy it by hand.')).toBeVisible();
    expect(getSelection()?.toString()).toBe(preview().textContent);
  });
});

test('downloads exactly the preview, under a neutral file name', async () => {
  const { saved } = fakeDownloads();
  const { user } = await open();
  await user.click(screen.getByRole('button', { name: 'Download' }));
  expect(await saved()).toEqual({ name: 'plex-account.txt', text: preview().textContent });
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
    expect(await screen.findByRole('checkbox', { name: 'Names' })).not.toBeChecked();
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

describe('the system’s share sheet', () => {
  function fakeShareSheet(share: (data: ShareData) => Promise<void>) {
    Object.assign(navigator, { share });
    onTestFinished(() => void Reflect.deleteProperty(navigator, 'share'));
  }

  test('is offered only where there is one', async () => {
    await open();
    expect(screen.queryByRole('button', { name: 'Send…' })).not.toBeInTheDocument();
  });

  test('gets exactly the preview', async () => {
    const sent: ShareData[] = [];
    fakeShareSheet(async (data) => void sent.push(data));
    const { user } = await open();
    await user.click(screen.getByRole('button', { name: 'Send…' }));
    expect(sent).toEqual([{ text: preview().textContent }]);
  });

  test.each([
    ['says so when it fails', new Error('no app takes it'), 'Could not send. Copy the text instead.'],
    ['says nothing when the user closes it', new DOMException('', 'AbortError'), undefined],
  ])('%s', async (_, error, message) => {
    fakeShareSheet(() => Promise.reject(error));
    const { user } = await open();
    await user.click(screen.getByRole('button', { name: 'Send…' }));
    if (message) expect(await screen.findByText(message)).toBeVisible();
    else expect(screen.queryByText(/Could not/)).not.toBeInTheDocument();
  });
});

test.each([
  ['without the raw keys', false],
  ['with the raw keys, if the user asks for them', true],
])('prints %s', async (_, hasKeys) => {
  const printed: boolean[] = [];
  const print = vi.spyOn(window, 'print').mockImplementation(() => {
    printed.push(document.documentElement.hasAttribute('data-print-keys'));
    window.dispatchEvent(new Event('afterprint'));
  });
  onTestFinished(() => print.mockRestore());
  const { user } = await open();
  await user.click(screen.getByRole('button', { name: 'Print…' }));
  const dialog = within(screen.getByRole('dialog', { name: 'Print your account' }));
  expect(dialog.getByText(/Secrets are not printed/)).toBeVisible();
  if (hasKeys) await user.click(dialog.getByRole('checkbox', { name: /every key/ }));
  await user.click(dialog.getByRole('button', { name: 'Print' }));
  expect(printed).toEqual([hasKeys]);
  expect(document.documentElement).not.toHaveAttribute('data-print-keys');
  expect(screen.getByRole('button', { name: 'Share…' })).toHaveFocus();
});
