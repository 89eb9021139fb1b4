import { act, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { ErrorBoundary } from 'react-error-boundary';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Account } from '../plex/account/account.ts';
import { beginAccount } from '../plex/account/begin-account.ts';
import { createSession, type Session } from '../session/session.ts';
import { accountFrom } from '../test/account-from.ts';
import { fakeModalDialogs } from '../test/fake-modal-dialogs.ts';
import { fakePlexTv } from '../test/fake-plex-tv.ts';
import { renderWithQueryClient } from '../test/render-with-query-client.tsx';
import { AccountPage } from './account-page.tsx';

beforeEach(fakeModalDialogs);

afterEach(() => history.replaceState(null, '', '/'));

function longReply(pastCount: number, title = 'Ada Lovelace') {
  const pastSubscriptions = Array.from({ length: pastCount }, () => ({ type: 'plexpass', endsAt: 1_700_000_000 }));
  return { title, email: 'ada@example.com', authToken: 'the-token', pastSubscriptions };
}

function begin(reply: object): Account {
  const account = beginAccount(reply);
  if (!account) throw new Error('no account');
  return account;
}

/** An account whose long lists are read when `finish` is called. */
function beginSlowly(reply: object) {
  let readLists = () => {};
  const reading = new Promise<Account>((resolve) => {
    readLists = () => resolve(accountFrom(reply));
  });
  const finish = () =>
    act(async () => {
      readLists();
      await new Promise((resolve) => setTimeout(resolve)); // the query cache notifies React after a timeout
    });
  return { account: { ...begin(reply), readLongLists: () => reading }, finish };
}

/** Signs in at 14:05 to an account with this reply, and answers a refresh with the other one. */
function signIn(reply: object, refreshed: object | Response = reply, account = begin(reply)) {
  const answer = () => (refreshed instanceof Response ? refreshed : Response.json(refreshed));
  const { client } = fakePlexTv(answer, { access: 'gone' });
  const session: Session = {
    ...createSession({ client }, { account, details: { method: 'password', isRemembered: false } }),
    initial: { account, receivedAt: new Date(2026, 10, 23, 14, 5) },
  };
  const onSignOut = vi.fn(async () => undefined);
  renderWithQueryClient(
    <ErrorBoundary fallback={<p>crashed</p>}>
      <AccountPage
        session={session}
        actualStorage="tab"
        onRemember={() => undefined}
        onSignInAgain={() => undefined}
        onEnded={() => undefined}
        onSignOut={onSignOut}
      />
    </ErrorBoundary>,
  );
  return { onSignOut };
}

const reading = 'Opening the rest of your account…';

test('shows who has signed in while long lists are read, and then everything', async () => {
  signIn(longReply(201));
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Ada Lovelace');
  expect(screen.getByText(reading)).toHaveRole('status');
  expect(screen.queryByRole('region')).toBeNull();
  expect(await screen.findByRole('region', { name: 'Past subscriptions' })).toHaveTextContent('The last of 201 ended');
  expect(screen.queryByText(reading)).toBeNull();
  expect(screen.getByText(/14:05/)).toBeInTheDocument();
});

test('moves the focus to the section in the address when it is there', async () => {
  history.replaceState(null, '', '#trials');
  const { account, finish } = beginSlowly(longReply(201));
  signIn(longReply(201), undefined, account);
  await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toHaveFocus());
  await finish();
  await waitFor(() => expect(screen.getByRole('heading', { level: 2, name: 'Trials' })).toHaveFocus());
});

test('says that a refresh has failed while long lists were read', async () => {
  const { account, finish } = beginSlowly(longReply(201));
  signIn(longReply(201), new Response(null, { status: 503 }), account);
  await userEvent.click(screen.getByRole('button', { name: 'Refresh' }));
  await waitFor(() => expect(screen.queryByText('Asking plex.tv…')).not.toBeInTheDocument());
  await finish();
  expect(await screen.findByRole('alert')).toHaveTextContent('plex.tv is not working right now.');
});

test('offers a sign-out at once, and shares only the whole account', async () => {
  const { onSignOut } = signIn(longReply(201));
  expect(screen.getByRole('button', { name: 'Share…' })).toBeDisabled();
  await userEvent.click(screen.getByRole('button', { name: 'Sign out' }));
  expect(onSignOut).toHaveBeenCalledOnce();
});

test('opens Find when the lists are read', async () => {
  signIn(longReply(201));
  await userEvent.click(screen.getByRole('button', { name: 'Find anything' }));
  await userEvent.type(await screen.findByRole('combobox'), '201 ended');
  expect(await screen.findByRole('option')).toHaveTextContent('The last of 201 ended');
});

test('keeps the account on screen while the long lists of a newer answer are read', async () => {
  signIn(longReply(201), longReply(300));
  const panel = await screen.findByRole('region', { name: 'Past subscriptions' });
  await userEvent.click(screen.getByRole('button', { name: 'Refresh' }));
  await waitFor(() => expect(panel).toHaveTextContent('The last of 300 ended'));
  expect(panel).toBeInTheDocument();
});

test('keeps a short account on screen while a newer, long one is read', async () => {
  signIn(longReply(2), longReply(300));
  const panel = await screen.findByRole('region', { name: 'Past subscriptions' });
  await userEvent.click(screen.getByRole('button', { name: 'Refresh' }));
  await waitFor(() => expect(panel).toHaveTextContent('The last of 300 ended'));
  expect(panel).toBeInTheDocument();
});

test('keeps a newer answer that comes before the long lists are read', async () => {
  const { account, finish } = beginSlowly(longReply(201));
  signIn(longReply(201), longReply(2, 'Ada King'), account);
  await userEvent.click(screen.getByRole('button', { name: 'Refresh' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Ada King' })).toBeVisible();
  await finish();
  expect(screen.getByRole('heading', { level: 1 })).toHaveAccessibleName('Ada King');
});

test('shows the crash screen when a fault of this page stops the reading', async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const account = { ...begin(longReply(201)), readLongLists: () => Promise.reject(new Error('a fault of this page')) };
  signIn(longReply(201), undefined, account);
  expect(await screen.findByText('crashed')).toBeVisible();
  logged.mockClear();
});
