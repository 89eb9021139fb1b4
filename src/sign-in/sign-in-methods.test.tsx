import { screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { sampleLogins } from '../sample/sample-logins.ts';
import { fakePlexTvWithPins } from '../test/fake-plex-tv-with-pins.ts';
import { renderWithQueryClient } from '../test/render-with-query-client.tsx';
import { fillIn, signInForm } from '../test/sign-in-form.ts';
import { storePin } from './pin/stored-pin.ts';
import { SignInMethods } from './sign-in-methods.tsx';

beforeEach(() => sessionStorage.clear());

function showWays(isSample = false) {
  const network = fakePlexTvWithPins();
  const onSignedIn = vi.fn();
  const plexTv = isSample ? { ...network.plexTv, sampleLogins } : network.plexTv;
  return {
    ...network,
    onSignedIn,
    ...renderWithQueryClient(<SignInMethods plexTv={plexTv} onSignedIn={onSignedIn} />),
  };
}

const heading = (name: string) => screen.findByRole('heading', { level: 2, name });
const press = (user: ReturnType<typeof renderWithQueryClient>['user'], name: string) =>
  user.click(screen.getByRole('button', { name }));

test('plex.tv’s own page is the first choice, and nothing is asked before one is made', () => {
  const { requests, queryClient } = showWays();
  expect(queryClient.getMutationCache().getAll()).toEqual([]);
  const first = screen.getAllByRole('button')[0];
  expect(first).toHaveAccessibleName('Continue at plex.tv');
  expect(first?.compareDocumentPosition(signInForm.login())).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  expect(requests).toEqual([]);
});

test('another way takes the place of the form, and what was typed is still there afterwards', async () => {
  const { user } = showWays();
  await fillIn(user, 'ada', ' pass ');
  await press(user, 'Use another way');
  expect(await heading('Other ways to sign in')).toHaveFocus();
  expect(screen.queryByRole('textbox', { name: 'E-mail or username' })).not.toBeInTheDocument();
  await press(user, 'Paste a token');
  expect(await heading('Paste a token')).toHaveFocus();
  await press(user, 'Use your password instead');
  await waitFor(() => expect(signInForm.login()).toHaveValue('ada'));
  expect(signInForm.password()).toHaveValue(' pass ');
});

test('the focus goes back to where it was', async () => {
  const { user } = showWays();
  await press(user, 'Use another way');
  await heading('Other ways to sign in');
  await press(user, 'Use your password instead');
  await waitFor(() => expect(screen.getByRole('button', { name: 'Use another way' })).toHaveFocus());
});

test('a token can be pasted, and a code shown for another device', async () => {
  const { user, approvePin, onSignedIn } = showWays();
  await press(user, 'Use another way');
  await heading('Other ways to sign in');
  await press(user, 'Use another device');
  await screen.findByRole('button', { name: 'Copy the code' });
  approvePin();
  await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce());
  expect(onSignedIn.mock.lastCall?.[1]).toEqual({ method: 'device', isRemembered: false });
});

test('whoever comes back from plex.tv is found waiting', async () => {
  storePin({ id: 7, code: 'm6mi', expiresAt: new Date(Date.now() + 60_000) });
  showWays();
  expect(await heading('Continue at plex.tv')).toBeVisible();
});

test('but not in the sample', () => {
  storePin({ id: 7, code: 'm6mi', expiresAt: new Date(Date.now() + 60_000) });
  const { queryClient } = showWays(true);
  expect(queryClient.getMutationCache().getAll()).toEqual([]);
});

test('a wrong password offers plex.tv’s own page', async () => {
  const { user } = showWays(true);
  await fillIn(user, 'wrong-password@example.com', 'x');
  await user.click(signInForm.submit());
  await user.click(await screen.findByRole('button', { name: 'Continue at plex.tv instead' }));
  expect(await heading('Continue at plex.tv')).toBeVisible();
});
